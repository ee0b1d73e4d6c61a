package io.flyball.console.sources;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The alerts in what Sentry sends. An issue is one condition, whether the issue or an alert on its events tells of it. */
final class SentryAlerts {
    private static final Pattern ISSUE = Pattern.compile(".*/issues/([0-9]{1,30})(?:[/?#].*)?");

    private SentryAlerts() {}

    static Reading issue(Delivery delivery, String action, boolean firing) {
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
                .started(changed(delivery, action).flatMap(text -> When.of(text, delivery.at())))
                .ended(told(delivery).flatMap(text -> When.of(text, delivery.at())))
                .url(Place.text(issue, "permalink", "web_url", "url"))
                .identity("issue " + id.get());
        return Reading.one(draft.toAlert(firing));
    }

    /**
     * An issue keeps the day it was first seen when it comes back, so only its creation tells that day: later, it would look like a late
     * copy of what is over.
     */
    private static Optional<String> changed(Delivery delivery, String action) {
        return switch (action) {
            case "created" -> Place.text(delivery.body(), "data.issue.firstSeen");
            case "resolved" -> told(delivery);
            default -> told(delivery).or(() -> Place.text(delivery.body(), "data.issue.lastSeen"));
        };
    }

    private static Optional<String> told(Delivery delivery) {
        return delivery.header("sentry-hook-timestamp");
    }

    static Reading event(Delivery delivery) {
        JsonNode event = delivery.body().path("data").path("event");
        Optional<String> id = Place.text(event, "issue_id", "groupID")
                .or(() -> issueIn(event))
                .or(() -> Place.text(event, "event_id"));
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

    /** Some versions tell the issue by its address alone. */
    private static Optional<String> issueIn(JsonNode event) {
        return Place.text(event, "issue_url", "web_url")
                .map(ISSUE::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1));
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
                .label("severity", Optional.of(action).filter(word -> firing && !word.equals("open")))
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
        if (SentrySample.isOne(body.path("event")) || SentrySample.isOne(body)) {
            return new Reading.OpensNothing("it is a sample of Sentry's own");
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
