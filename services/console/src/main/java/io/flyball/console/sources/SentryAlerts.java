package io.flyball.console.sources;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The alerts in what Sentry sends. An issue is one condition, whether the issue or an alert on its events tells of it. */
final class SentryAlerts {
    private SentryAlerts() {}

    static Reading issue(Delivery delivery, boolean firing) {
        JsonNode issue = delivery.body().path("data").path("issue");
        Optional<String> id = Place.text(issue, "id");
        if (id.isEmpty()) {
            return Reading.isNone("/data/issue/id", "the issue's id", Place.shown(issue));
        }
        Draft draft = new Draft(Sentry.NAME, Place.text(issue, "title", "culprit", "shortId"))
                .label("service", Place.text(issue, "project.slug", "project.name"))
                .label("severity", Place.text(issue, "level"))
                .label("platform", Place.text(issue, "platform"))
                .label("short_id", Place.text(issue, "shortId"))
                .annotation("summary", Place.text(issue, "title"))
                .annotation("culprit", Place.text(issue, "culprit"))
                .annotation("events", Place.text(issue, "count"))
                .started(Place.text(issue, "firstSeen").flatMap(text -> When.of(text, delivery.at())))
                .url(Place.text(issue, "permalink", "web_url", "url"))
                .identity("issue " + id.get());
        return Reading.one(draft.toAlert(firing));
    }

    static Reading event(Delivery delivery) {
        JsonNode event = delivery.body().path("data").path("event");
        Optional<String> id = Place.text(event, "issue_id", "groupID", "event_id");
        Optional<String> rule = Place.text(delivery.body(), "data.triggered_rule", "data.issue_alert.title");
        if (rule.isEmpty() || id.isEmpty()) {
            return new Reading.OpensNothing("one error is no alert; make an alert on issues or metrics in Sentry");
        }
        Draft draft = new Draft(Sentry.NAME, Place.text(event, "title", "message"))
                .labels(Texts.of(event.path("tags")))
                .label("service", Place.text(event, "project_slug", "project_name", "project"))
                .label("severity", Place.text(event, "level"))
                .label("environment", Place.text(event, "environment"))
                .label("rule", rule)
                .annotation("summary", Place.text(event, "title", "message"))
                .annotation("culprit", Place.text(event, "culprit", "location"))
                .started(Place.text(event, "datetime", "timestamp").flatMap(text -> When.of(text, delivery.at())))
                .url(Place.text(event, "web_url", "issue_url", "url"))
                .identity("issue " + id.get());
        return Reading.one(draft.toAlert(true));
    }

    static Reading metric(Delivery delivery, String action, boolean firing) {
        JsonNode data = delivery.body().path("data");
        JsonNode alert = data.path("metric_alert");
        Optional<String> id = Place.text(alert, "alert_rule.id", "id", "identifier");
        if (id.isEmpty()) {
            return Reading.isNone("/data/metric_alert/id", "the alert's id", Place.shown(alert));
        }
        Draft draft = new Draft(
                        Sentry.NAME,
                        Place.text(alert, "alert_rule.name", "title").or(() -> Place.text(data, "description_title")))
                .label("service", Place.text(alert, "projects"))
                .label("severity", Optional.of(action).filter(_ -> firing))
                .label("environment", Place.text(alert, "alert_rule.environment"))
                .annotation("summary", Place.text(data, "description_title"))
                .annotation("description", Place.text(data, "description_text"))
                .annotation("query", Place.text(alert, "alert_rule.query"))
                .annotation("aggregate", Place.text(alert, "alert_rule.aggregate"))
                .started(Place.text(alert, "date_started").flatMap(text -> When.of(text, delivery.at())))
                .ended(Place.text(alert, "date_closed").flatMap(text -> When.of(text, delivery.at())))
                .url(Place.text(data, "web_url"))
                .identity("metric alert", Place.text(alert, "organization_id").orElse(""), id.get());
        return Reading.one(draft.toAlert(firing));
    }

    /** The plug-in "WebHooks" sends the issue's id, a text and the event. */
    static Reading plugin(Delivery delivery) {
        JsonNode body = delivery.body();
        Optional<String> id = Place.text(body, "id");
        if (id.isEmpty() || !body.has("project") || !body.has("event")) {
            return Reading.isNone("/data", "Sentry's webhook, with \"action\" and \"data\"", Place.shown(body));
        }
        Draft draft = new Draft(Sentry.NAME, Place.text(body, "event.title", "message", "culprit"))
                .labels(Texts.of(body.path("event").path("tags")))
                .label("service", Place.text(body, "project_slug", "project"))
                .label("severity", Place.text(body, "level"))
                .label("environment", Place.text(body, "event.environment"))
                .annotation("summary", Place.text(body, "message"))
                .annotation("culprit", Place.text(body, "culprit"))
                .started(Place.text(body, "event.timestamp", "event.received")
                        .flatMap(text -> When.of(text, delivery.at())))
                .url(Place.text(body, "url"))
                .identity("issue " + id.get());
        return Reading.one(draft.toAlert(true));
    }
}
