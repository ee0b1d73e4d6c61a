package io.flyball.console.sources;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Sentry's webhooks of an integration: issues, alerts on events, metric alerts. What its older plug-in sends is read too. */
final class Sentry implements Source {
    static final String NAME = "sentry";

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
        if (data.path("metric_alert").isObject()) {
            return metric(delivery, word);
        }
        if (data.path("issue").isObject()) {
            return issue(delivery, word);
        }
        if (data.path("event").isObject()) {
            return SentryAlerts.event(delivery);
        }
        return new Reading.OpensNothing(
                delivery.header("sentry-hook-resource").orElse("what Sentry tells") + " is neither issue nor alert");
    }

    private static Reading metric(Delivery delivery, String action) {
        return switch (action) {
            case "critical", "warning" -> SentryAlerts.metric(delivery, action, true);
            case "resolved" -> SentryAlerts.metric(delivery, action, false);
            default -> new Reading.OpensNothing("a metric alert that is " + action + " has neither begun nor ended");
        };
    }

    private static Reading issue(Delivery delivery, String action) {
        return switch (action) {
            case "created", "unresolved", "escalating", "regressed" -> SentryAlerts.issue(delivery, true);
            case "resolved" -> SentryAlerts.issue(delivery, false);
            default -> new Reading.OpensNothing("an issue that is " + action + " has neither begun nor ended");
        };
    }
}
