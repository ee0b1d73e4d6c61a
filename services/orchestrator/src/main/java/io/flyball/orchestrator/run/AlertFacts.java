package io.flyball.orchestrator.run;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run knows of its alert; all of it came from outside and is data. */
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
        @Nullable String generatorUrl) {

    public AlertFacts {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    AlertFacts withResolved(boolean now) {
        return new AlertFacts(
                fingerprint, name, service, severity, now, source, labels, annotations, startsAt, generatorUrl);
    }
}
