package io.flyball.orchestrator.run;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run knows of its alert; all of it came from outside and is data.
 *
 * @param leftOut how many more alerts its sender left out of the notification; 0 if none
 */
public record AlertFacts(
        String fingerprint,
        String name,
        @Nullable String service,
        String severity,
        boolean resolved,
        String source,
        Map<String, String> labels,
        Map<String, String> annotations,
        Instant startsAt,
        @Nullable String generatorUrl,
        int leftOut) {

    public AlertFacts {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    /** The same as far as it was told, as part of all alerts of its run. */
    AlertFacts among(JoinedAlerts all) {
        return new AlertFacts(
                fingerprint,
                name,
                service,
                severity,
                all.resolved(),
                source,
                labels,
                annotations,
                startsAt,
                generatorUrl,
                all.leftOut());
    }
}
