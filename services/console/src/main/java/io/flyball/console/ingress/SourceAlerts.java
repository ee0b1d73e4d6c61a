package io.flyball.console.ingress;

import io.flyball.console.sources.SourceAlert;
import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Alerts of any source as records. */
final class SourceAlerts {
    private static final int LONGEST_NAME = 500;

    private final LabelMapping mapping;

    SourceAlerts(LabelMapping mapping) {
        this.mapping = mapping;
    }

    Alert toRecord(SourceAlert alert, String source, int leftOut, Reception reception) {
        Instant startsAt = startsAt(alert, reception.at());
        return Alert.newBuilder()
                .setId(reception.ids().get())
                .setFingerprint(alert.fingerprint())
                .setName(alert.name())
                .setService(
                        mapping.service(alert.labels()).map(SourceAlerts::cut).orElse(null))
                .setEnvironment(mapping.environment(alert.labels())
                        .map(SourceAlerts::cut)
                        .orElse("production"))
                .setSeverity(
                        mapping.severity(alert.labels()).map(SourceAlerts::cut).orElse("warning"))
                .setStatus(alert.firing() ? AlertStatus.FIRING : AlertStatus.RESOLVED)
                .setLabels(alert.labels())
                .setAnnotations(alert.annotations())
                .setStartsAt(startsAt)
                .setEndsAt(alert.firing() ? null : endsAt(alert.endsAt(), startsAt, reception.at()))
                .setGeneratorUrl(alert.url())
                .setSource(source)
                .setCausedByRun(mapping.causedBy(alert.labels(), alert.annotations())
                        .map(SourceAlerts::cut)
                        .orElse(null))
                .setReceivedAt(reception.at())
                .setLeftOut(leftOut)
                .build();
    }

    /** Whoever tells only of the end began no later. */
    private static Instant startsAt(SourceAlert alert, Instant now) {
        return Objects.requireNonNullElse(alert.startsAt(), Objects.requireNonNullElse(alert.endsAt(), now));
    }

    private static Instant endsAt(@Nullable Instant told, Instant startsAt, Instant now) {
        Instant end = Objects.requireNonNullElse(told, now);
        return end.isBefore(startsAt) ? startsAt : end;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }
}
