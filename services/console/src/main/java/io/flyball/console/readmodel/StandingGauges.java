package io.flyball.console.readmodel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** How things stand now, for Prometheus. Every replica of the console reads everything, so each tells the same: take the maximum, not the sum. */
final class StandingGauges implements MeterBinder {
    private static final List<String> SEVERITIES = List.of("critical", "warning", "info");
    private static final String OTHER = "other";
    private static final String QUEUED = "QUEUED";

    private final Runs runs;
    private final Approvals approvals;
    private final BooleanSupplier released;
    private final Clock clock;

    StandingGauges(Runs runs, Approvals approvals, BooleanSupplier released, Clock clock) {
        this.runs = runs;
        this.approvals = approvals;
        this.released = released;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("agent.active.sessions", () -> count(run -> !isQueued(run)))
                .description("Runs that are open and not queued.")
                .register(registry);
        SEVERITIES.forEach(severity -> queueDepth(registry, severity, severity::equals));
        queueDepth(registry, OTHER, severity -> !SEVERITIES.contains(severity));
        Gauge.builder("flyball.approvals.waiting", () -> approvals.list(false).size())
                .description("Approvals that want an answer.")
                .register(registry);
        Gauge.builder("flyball.approvals.oldest.seconds", this::oldestApproval)
                .description("For how long the oldest approval has wanted an answer; 0 if none does.")
                .register(registry);
        Gauge.builder("flyball.stop.active", () -> released.getAsBoolean() ? 0 : 1)
                .description("1 while the emergency stop is on, or while nobody can tell.")
                .register(registry);
    }

    private void queueDepth(MeterRegistry registry, String priority, Predicate<String> severity) {
        Gauge.builder("agent.queue.depth", () -> count(run -> isQueued(run) && severity.test(severity(run))))
                .tag("priority", priority)
                .description("Runs that wait for their turn, by the severity of their alert.")
                .register(registry);
    }

    private int count(Predicate<RunView> kind) {
        return runs.list(run -> run.isOpen() && kind.test(run), Integer.MAX_VALUE)
                .size();
    }

    private static boolean isQueued(RunView run) {
        return run.standing().status().equals(QUEUED);
    }

    private static String severity(RunView run) {
        AlertView alert = run.asked().alert();
        return alert == null ? "" : alert.severity().toLowerCase(Locale.ROOT);
    }

    private double oldestApproval() {
        Instant now = clock.instant();
        return approvals.list(false).stream()
                .mapToDouble(
                        it -> Duration.between(it.question().requestedAt(), now).toMillis() / 1e3)
                .max()
                .orElse(0);
    }
}
