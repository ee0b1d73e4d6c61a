package io.flyball.notifier.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which messages go where; what is absent does not matter.
 *
 * @param kinds kinds of message, for example APPROVAL_NEEDED
 * @param severities info, warning or critical
 * @param environments environments of the run
 * @param agents agents of the run
 * @param channels where they go
 */
public record RoutingRule(
        @Nullable List<String> kinds,
        @Nullable List<String> severities,
        @Nullable List<String> environments,
        @Nullable List<String> agents,
        List<String> channels) {

    boolean matches(Message message) {
        return among(kinds, message.kind())
                && among(severities, message.severity())
                && among(environments, message.environment())
                && among(agents, message.agent());
    }

    private static boolean among(@Nullable List<String> wanted, @Nullable String value) {
        return wanted == null || (value != null && wanted.contains(value));
    }
}
