package io.flyball.console.sources;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Opsgenie's outgoing webhooks; Jira Service Management sends the same. */
final class Opsgenie implements Source {
    static final String NAME = "opsgenie";

    @Override
    public Reading read(Delivery delivery) {
        JsonNode body = delivery.body();
        Optional<String> action = Place.text(body, "action");
        if (action.isEmpty() || !body.path("alert").isObject()) {
            return Reading.isNone("/action", "Opsgenie's webhook, with \"action\" and \"alert\"", Place.shown(body));
        }
        return switch (action.get()) {
            case "Create" -> alert(delivery, action.get(), true);
            case "Close", "Delete" -> alert(delivery, action.get(), false);
            default -> new Reading.OpensNothing(action.get() + " neither begins nor ends an alert");
        };
    }

    private static Reading alert(Delivery delivery, String action, boolean firing) {
        JsonNode alert = delivery.body().path("alert");
        Optional<String> id = Place.text(alert, "alias", "alertId");
        if (id.isEmpty()) {
            return Reading.isNone("/alert/alertId", "the alert's alias or id", Place.shown(alert));
        }
        Draft draft = new Draft(NAME, Place.text(alert, "message", "alias", "alertId"))
                .labels(Texts.of(alert.path("tags")))
                .labels(Texts.of(alert.path("details")))
                .label("entity", Place.text(alert, "entity"))
                .label("priority", Place.text(alert, "priority").map(Opsgenie::priority))
                .label("alert_source", Place.text(alert, "source"))
                .label("tags", Place.text(alert, "tags"))
                .annotation("summary", Place.text(alert, "message"))
                .annotation("description", Place.text(alert, "description"))
                .annotation(
                        "action",
                        Optional.of(action + " of alert "
                                + Place.text(alert, "tinyId", "alertId").orElse("")))
                .started(Place.text(alert, "createdAt").flatMap(text -> When.of(text, delivery.at())))
                .ended(Place.text(alert, "updatedAt").flatMap(text -> When.of(text, delivery.at())))
                .identity(id.get());
        return Reading.one(draft.toAlert(firing));
    }

    private static String priority(String told) {
        return told.matches("[1-5]") ? "P" + told : told;
    }
}
