package io.flyball.notifier.metrics;

import io.flyball.contract.Outcome;
import io.flyball.contract.RunResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What ended runs took and came to. A run that is told to have been without effect has ended before, and is not counted again. */
@Component
final class RunMeters {
    private static final Duration[] SECONDS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofSeconds(120),
        Duration.ofSeconds(300),
        Duration.ofSeconds(600)
    };
    private static final double[] STEPS = {1, 2, 3, 5, 8, 13, 20};
    private static final double[] DOLLARS = {0.001, 0.01, 0.05, 0.1, 0.5, 1, 5};
    private static final double MICROS = 1e6;
    private static final String AGENT = "agent_name";

    private final MeterRegistry registry;

    RunMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void ended(RunResult result) {
        String agent = result.getAgent();
        if (isCorrection(result)) {
            registry.counter("agent.runs.not.effective", AGENT, agent).increment();
            return;
        }
        String outcome = result.getOutcome().name().toLowerCase(Locale.ROOT);
        registry.counter("agent.requests", AGENT, agent, "status", outcome).increment();
        Timer.builder("agent.request.duration")
                .tag(AGENT, agent)
                .serviceLevelObjectives(SECONDS)
                .register(registry)
                .record(Duration.between(result.getOpenedAt(), result.getClosedAt()));
        summary("agent.steps.per.request", agent, STEPS).record(result.getSteps());
        summary("agent.api.cost.dollars", agent, DOLLARS).record(result.getCostMicros() / MICROS);
        task(agent, result.getOutcome()).increment();
    }

    private static boolean isCorrection(RunResult result) {
        return result.getOutcome() == Outcome.RESOLVED && !result.getEffective();
    }

    private Counter task(String agent, Outcome outcome) {
        return outcome == Outcome.RESOLVED || outcome == Outcome.NOT_REPRODUCED
                ? registry.counter("agent.task.success", AGENT, agent)
                : registry.counter(
                        "agent.task.failure",
                        AGENT,
                        agent,
                        "failure_reason",
                        outcome.name().toLowerCase(Locale.ROOT));
    }

    private DistributionSummary summary(String name, String agent, double[] bounds) {
        return DistributionSummary.builder(name)
                .tag(AGENT, agent)
                .serviceLevelObjectives(bounds)
                .register(registry);
    }
}
