package io.flyball.console.sources;

import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** PagerDuty's webhooks, versions 1 and 2: several messages in a body. */
final class PagerDutyLegacy implements Source {

    @Override
    public Reading read(Delivery delivery) {
        JsonNode messages = delivery.body().path("messages");
        if (messages.isEmpty()) {
            return Reading.isNone("/messages", "at least one message", "[]");
        }
        return Reading.all(
                IntStream.range(0, messages.size())
                        .mapToObj(i -> message(delivery, messages.path(i), "/messages/" + i))
                        .toList(),
                0);
    }

    private static Reading message(Delivery delivery, JsonNode message, String at) {
        Optional<String> type = Place.text(message, "event", "type");
        if (type.isEmpty()) {
            return Reading.isNone(at + "/event", "an event as incident.trigger", Place.shown(message));
        }
        return switch (type.get()) {
            case "incident.trigger" -> incident(delivery, message, at, true);
            case "incident.resolve" -> incident(delivery, message, at, false);
            case "incident.acknowledge",
                    "incident.unacknowledge",
                    "incident.assign",
                    "incident.escalate",
                    "incident.delegate",
                    "incident.annotate" ->
                new Reading.OpensNothing(type.get() + " neither begins nor ends an incident");
            default ->
                Reading.isNone(
                        at + "/event", "incident.trigger, incident.resolve or another of its events", type.get());
        };
    }

    private static Reading incident(Delivery delivery, JsonNode message, String at, boolean firing) {
        JsonNode incident = message.has("incident")
                ? message.path("incident")
                : message.path("data").path("incident");
        Optional<String> id = Place.text(incident, "id");
        if (id.isEmpty()) {
            return Reading.isNone(at + "/incident/id", "the incident's id", Place.shown(incident));
        }
        Draft draft = new Draft(PagerDuty.NAME, title(incident))
                .label("service", Place.text(incident, "service.name", "service.summary"))
                .label("severity", PagerDuty.severity(incident))
                .label("incident_key", Place.text(incident, "incident_key"))
                .annotation("summary", title(incident))
                .annotation("incident", Place.text(incident, "Incident {incident_number}"))
                .started(Place.text(incident, "created_at", "created_on").flatMap(text -> When.of(text, delivery.at())))
                .ended(Place.text(incident, "last_status_change_at", "last_status_change_on")
                        .flatMap(text -> When.of(text, delivery.at())))
                .url(Place.text(incident, "html_url"))
                .identity(id.get());
        return Reading.one(draft.toAlert(firing));
    }

    private static Optional<String> title(JsonNode incident) {
        return Place.text(
                incident,
                "title",
                "description",
                "trigger_summary_data.subject",
                "trigger_summary_data.description",
                "incident_key");
    }
}
