package io.flyball.console.sources;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** PagerDuty's webhooks, version 3. What versions 1 and 2 sent is read too. */
final class PagerDuty implements Source {
    static final String NAME = "pagerduty";

    /** What neither begins nor ends an incident. PagerDuty adds to these; what is not here is told to it, and not taken for nothing. */
    private static final List<String> NEITHER = List.of(
            "incident.acknowledged",
            "incident.unacknowledged",
            "incident.annotated",
            "incident.conference_bridge.*",
            "incident.custom_field_values.*",
            "incident.delegated",
            "incident.escalated",
            "incident.incident_type.*",
            "incident.priority_updated",
            "incident.reassigned",
            "incident.responder.*",
            "incident.role.*",
            "incident.service_updated",
            "incident.status_update_published",
            "incident.action_invocation.*",
            "incident.workflow.*",
            "service.*");

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
            case "incident.triggered" -> incident(delivery, event, begun(event), true);
            case "incident.reopened" -> incident(delivery, event, Place.text(event, "occurred_at"), true);
            case "incident.resolved" -> incident(delivery, event, Place.text(event, "occurred_at"), false);
            case "pagey.ping" -> new Reading.OpensNothing("it is the event of PagerDuty's test button");
            default -> other(type.get());
        };
    }

    private static Reading other(String type) {
        return Words.has(NEITHER, type)
                ? new Reading.OpensNothing(type + " neither begins nor ends an incident")
                : Reading.isNone(
                        "/event/event_type",
                        "incident.triggered, incident.reopened, incident.resolved, pagey.ping, or another event of version 3;"
                                + " take what the webhook need not send out of its subscription",
                        type);
    }

    private static Optional<String> begun(JsonNode event) {
        return Place.text(event.path("data"), "created_at").or(() -> Place.text(event, "occurred_at"));
    }

    /**
     * An incident keeps the day it was created when it is opened again. So only the first event tells that day: a later one would look like
     * a late copy of what is over.
     */
    private static Reading incident(Delivery delivery, JsonNode event, Optional<String> begun, boolean firing) {
        JsonNode data = event.path("data");
        Optional<String> id = Place.text(data, "id");
        if (id.isEmpty()) {
            return Reading.isNone("/event/data/id", "the incident's id", Place.shown(data));
        }
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
                .started(begun.flatMap(text -> When.of(text, delivery.at())))
                .ended(Place.text(event, "occurred_at").flatMap(text -> When.of(text, delivery.at())))
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
