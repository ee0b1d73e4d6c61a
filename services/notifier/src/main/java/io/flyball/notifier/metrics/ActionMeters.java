package io.flyball.notifier.metrics;

import io.flyball.contract.ActionVerdict;
import io.flyball.contract.DeadLetter;
import io.flyball.contract.ToolResult;
import io.flyball.contract.ToolStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What was judged, what tools did, and what nobody could read or process. */
@Component
final class ActionMeters {
    private final MeterRegistry registry;

    ActionMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void judged(ActionVerdict verdict) {
        registry.counter(
                        "flyball.verdicts",
                        "verdict",
                        lower(verdict.getVerdict()),
                        "risk",
                        lower(verdict.getRisk()),
                        "profile",
                        verdict.getProfile())
                .increment();
    }

    /** That a tool has started or waits is no result yet. */
    void done(ToolResult result) {
        if (result.getStatus() == ToolStatus.STARTED || result.getStatus() == ToolStatus.WAITING) {
            return;
        }
        Timer.builder("flyball.tool.duration")
                .tags("tool", result.getTool(), "status", lower(result.getStatus()))
                .register(registry)
                .record(duration(result));
        registry.counter("flyball.secrets.replaced", "tool", result.getTool()).increment(result.getRedactions());
    }

    private static Duration duration(ToolResult result) {
        return result.getStartedAt() == null || result.getFinishedAt() == null
                ? Duration.ZERO
                : Duration.between(result.getStartedAt(), result.getFinishedAt());
    }

    void buried(DeadLetter letter) {
        registry.counter("flyball.dead.letters.on.topic", "service", letter.getService(), "topic", letter.getTopic())
                .increment();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
