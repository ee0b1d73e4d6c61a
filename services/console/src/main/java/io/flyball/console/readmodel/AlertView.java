package io.flyball.console.readmodel;

import io.flyball.contract.AlertContext;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The alert that opened a run. All of it came from outside. */
public record AlertView(
        String fingerprint,
        String name,
        @Nullable String service,
        String severity,
        String status,
        String source,
        Map<String, String> labels,
        Map<String, String> annotations,
        Instant startsAt,
        @Nullable String generatorUrl) {

    static @Nullable AlertView of(@Nullable AlertContext alert) {
        return alert == null
                ? null
                : new AlertView(
                        alert.getFingerprint(),
                        alert.getName(),
                        alert.getService(),
                        alert.getSeverity(),
                        alert.getStatus().name(),
                        alert.getSource(),
                        Map.copyOf(alert.getLabels()),
                        Map.copyOf(alert.getAnnotations()),
                        alert.getStartsAt(),
                        alert.getGeneratorUrl());
    }

    AlertView withStatus(String newest) {
        return new AlertView(
                fingerprint, name, service, severity, newest, source, labels, annotations, startsAt, generatorUrl);
    }
}
