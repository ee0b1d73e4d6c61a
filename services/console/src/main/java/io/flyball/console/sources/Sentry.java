package io.flyball.console.sources;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Sentry's webhooks of an integration: issues, alerts on events, metric alerts. What its older plug-in sends is read too. */
final class Sentry implements Source {
    static final String NAME = "sentry";
    private static final List<String> OTHERS = List.of("installation", "comment", "comment_id", "error");

    @Override
    public Reading read(Delivery delivery) {
        JsonNode body = delivery.body();
        JsonNode data = body.path("data");
        if (!data.isObject()) {
            return SentryAlerts.plugin(delivery);
        }
        Optional<String> action = Place.text(body, "action");
        if (action.isEmpty()) {
            return Reading.isNone("/action", "what Sentry's webhook says of it", Place.shown(body));
        }
        String word = action.get().toLowerCase(Locale.ROOT);
        if (SentrySample.isOne(data.path("event")) || SentrySample.isOne(data.path("issue"))) {
            return new Reading.OpensNothing("it is a sample of Sentry's own");
        }
        if (data.path("metric_alert").isObject()) {
            return metric(delivery, word);
        }
        if (data.path("issue").isObject()) {
            return issue(delivery, word);
        }
        return data.path("event").isObject() ? SentryAlerts.event(delivery) : other(delivery);
    }

    /** Integrations are told of much else: their installation, comments, single errors. */
    private static Reading other(Delivery delivery) {
        JsonNode data = delivery.body().path("data");
        Optional<String> resource = delivery.header("sentry-hook-resource")
                .or(() -> OTHERS.stream().filter(data::has).findFirst());
        return resource.<Reading>map(
                        told -> new Reading.OpensNothing("\"" + told + "\" of Sentry is neither issue nor alert"))
                .orElseGet(() -> Reading.isNone(
                        "/data", "Sentry's webhook, with \"issue\", \"event\" or \"metric_alert\"", Place.shown(data)));
    }

    private static Reading metric(Delivery delivery, String action) {
        return switch (action) {
            case "critical", "warning", "open" -> SentryAlerts.metric(delivery, action, true);
            case "resolved" -> SentryAlerts.metric(delivery, action, false);
            default -> Reading.isNone("/action", "critical, warning or resolved", action);
        };
    }

    private static Reading issue(Delivery delivery, String action) {
        return switch (action) {
            case "created", "unresolved", "escalating", "regressed" -> SentryAlerts.issue(delivery, action, true);
            case "resolved" -> SentryAlerts.issue(delivery, action, false);
            case "triggered" -> byStatus(delivery);
            case "assigned", "unassigned", "archived", "ignored" ->
                new Reading.OpensNothing("an issue that is " + action + " has neither begun nor ended");
            default ->
                Reading.isNone("/action", "created, unresolved, triggered, resolved, assigned or archived", action);
        };
    }

    /** An alert on what happens to an issue says that it has triggered, also when the issue has been resolved. */
    private static Reading byStatus(Delivery delivery) {
        String status = Place.text(delivery.body(), "data.issue.status")
                .orElse("unresolved")
                .toLowerCase(Locale.ROOT);
        return status.equals("triggered") ? issue(delivery, "unresolved") : issue(delivery, status);
    }
}
