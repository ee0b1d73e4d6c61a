package io.flyball.console.readmodel;

import io.flyball.contract.AlertContext;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The alert that opened a run. All of it came from outside.
 *
 * @param leftOut how many more alerts the senders of this run's alerts left out of their notifications, at least; 0 if none
 */
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
        @Nullable String generatorUrl,
        int leftOut) {

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
                        alert.getGeneratorUrl(),
                        alert.getLeftOut());
    }

    AlertView withStatus(String newest) {
        return with(newest, leftOut);
    }

    /** With what the sender of another alert of the run left out. */
    AlertView leavingOut(int another) {
        return with(status, Math.max(leftOut, another));
    }

    private AlertView with(String newest, int missing) {
        return new AlertView(
                fingerprint,
                name,
                service,
                severity,
                newest,
                source,
                labels,
                annotations,
                startsAt,
                generatorUrl,
                missing);
    }
}
