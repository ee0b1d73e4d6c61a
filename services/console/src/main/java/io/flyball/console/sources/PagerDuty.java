package io.flyball.console.sources;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** PagerDuty's webhooks, version 3. What versions 1 and 2 sent is read too. */
final class PagerDuty implements Source {
    static final String NAME = "pagerduty";

    private final Source legacy = new PagerDutyLegacy();

    @Override
    public Reading read(Delivery delivery) {
        JsonNode event = delivery.body().path("event");
        if (delivery.body().path("messages").isArray()) {
            return legacy.read(delivery);
        }
        Optional<String> type = Place.text(event, "event_type");
        if (!event.isObject() || type.isEmpty()) {
            return Reading.isNone(
                    "/event/event_type", "an event of PagerDuty's webhooks, version 3", Place.shown(delivery.body()));
        }
        return switch (type.get()) {
            case "incident.triggered", "incident.reopened" -> incident(delivery, event, true);
            case "incident.resolved" -> incident(delivery, event, false);
            case "pagey.ping" -> new Reading.OpensNothing("it is the event of PagerDuty's test button");
            default -> new Reading.OpensNothing(type.get() + " neither begins nor ends an incident");
        };
    }

    private static Reading incident(Delivery delivery, JsonNode event, boolean firing) {
        JsonNode data = event.path("data");
        Optional<String> id = Place.text(data, "id");
        if (id.isEmpty()) {
            return Reading.isNone("/event/data/id", "the incident's id", Place.shown(data));
        }
        Optional<String> occurred = Place.text(event, "occurred_at");
        Draft draft = new Draft(NAME, Place.text(data, "title", "summary", "incident_key"))
                .label("service", Place.text(data, "service.summary", "service.name"))
                .label("severity", severity(data))
                .label("priority", Place.text(data, "priority.summary"))
                .label("urgency", Place.text(data, "urgency"))
                .label("incident_key", Place.text(data, "incident_key"))
                .label("incident_type", Place.text(data, "incident_type.name"))
                .annotation("summary", Place.text(data, "title"))
                .annotation("incident", Place.text(data, "Incident {number}"))
                .annotation("status", Place.text(data, "status"))
                .annotation("escalation_policy", Place.text(data, "escalation_policy.summary"))
                .started(Place.text(data, "created_at")
                        .or(() -> firing ? occurred : Optional.empty())
                        .flatMap(text -> When.of(text, delivery.at())))
                .ended(occurred.flatMap(text -> When.of(text, delivery.at())))
                .url(Place.text(data, "html_url"))
                .identity(id.get());
        return Reading.one(draft.toAlert(firing));
    }

    /** PagerDuty pages at once for what is of high urgency, and for nothing else. */
    static Optional<String> severity(JsonNode incident) {
        return Place.text(incident, "urgency")
                .map(urgency -> urgency.equalsIgnoreCase("high") ? "critical" : "warning");
    }
}
