package io.flyball.notifier.routing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.flyball.notifier.message.Kind;
import io.flyball.notifier.message.Message;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the routing. What is absent or empty matches everything.
 *
 * @param kinds kinds of message
 * @param severities info, warning, critical, or what an alerting system calls it
 * @param environments environments
 * @param agents agents
 * @param to channels; each of them gets the message
 * @param fallback channels that get it, in this order, when one of the first cannot deliver; the log is always the last
 * @param retryFor how long one channel is tried before the next; 24 h unless said, and not longer
 */
record Route(
        @Nullable List<Kind> kinds,
        @Nullable List<String> severities,
        @Nullable List<String> environments,
        @Nullable List<String> agents,
        @JsonProperty(required = true) List<String> to,
        @Nullable List<String> fallback,
        @Nullable Duration retryFor) {
    static final Duration LONGEST = Duration.ofHours(24);

    Route {
        to = List.copyOf(to);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("a route needs at least one channel in 'to'");
        }
        if (retryFor != null && (!retryFor.isPositive() || retryFor.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException("retryFor must be positive and at most 24 hours, not " + retryFor);
        }
    }

    static Route to(List<String> channels) {
        return new Route(null, null, null, null, channels, null, null);
    }

    boolean matches(Message message) {
        return matches(kinds, message.kind())
                && matches(severities, message.severity())
                && matches(environments, message.environment())
                && matches(agents, message.agent());
    }

    private static <T> boolean matches(@Nullable List<T> wanted, @Nullable T found) {
        return wanted == null || wanted.isEmpty() || found != null && wanted.contains(found);
    }
}
