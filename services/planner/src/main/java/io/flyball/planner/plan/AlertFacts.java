package io.flyball.planner.plan;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the alert. All of it came from outside and is data, never instructions.
 *
 * @param service the service it concerns; absent when the source names none
 * @param resolved whether the newest status that was seen is resolved
 */
public record AlertFacts(
        String name,
        @Nullable String service,
        String severity,
        String source,
        boolean resolved,
        Map<String, String> labels,
        Map<String, String> annotations,
        Instant startsAt) {

    public AlertFacts {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }
}
