package io.flyball.orchestrator.shell;

import io.flyball.contract.AlertContext;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.Escalation;
import io.flyball.contract.RemainingLimits;
import io.flyball.contract.TokenCount;
import io.flyball.orchestrator.run.AlertFacts;
import io.flyball.orchestrator.run.Finding;
import io.flyball.orchestrator.run.HandOver;
import io.flyball.orchestrator.run.Plan;
import io.flyball.orchestrator.run.Remaining;
import io.flyball.orchestrator.run.Tokens;
import org.jspecify.annotations.Nullable;

/** Parts that several records share, from domain to contract. */
final class RecordParts {
    private RecordParts() {}

    static @Nullable AlertContext alert(@Nullable AlertFacts alert) {
        return alert == null
                ? null
                : AlertContext.newBuilder()
                        .setFingerprint(alert.fingerprint())
                        .setName(alert.name())
                        .setService(alert.service())
                        .setSeverity(alert.severity())
                        .setStatus(alert.resolved() ? AlertStatus.RESOLVED : AlertStatus.FIRING)
                        .setSource(alert.source())
                        .setLabels(alert.labels())
                        .setAnnotations(alert.annotations())
                        .setStartsAt(alert.startsAt())
                        .setGeneratorUrl(alert.generatorUrl())
                        .setLeftOut(alert.leftOut())
                        .build();
    }

    static TokenCount tokens(Tokens tokens) {
        return TokenCount.newBuilder()
                .setInput(tokens.input())
                .setOutput(tokens.output())
                .setCacheRead(tokens.cacheRead())
                .setCacheWrite(tokens.cacheWrite())
                .build();
    }

    static io.flyball.contract.DecidedBy decidedBy(Plan.DecidedBy d) {
        return io.flyball.contract.DecidedBy.newBuilder()
                .setPlanner(d.planner())
                .setRunbook(d.runbook())
                .setVersion(d.version())
                .setProvider(d.provider())
                .setModel(d.model())
                .setWhy(d.why())
                .build();
    }

    static io.flyball.contract.Finding finding(Finding f) {
        return io.flyball.contract.Finding.newBuilder()
                .setName(f.name())
                .setAgent(f.agent())
                .setRunId(f.runId())
                .setOutcome(io.flyball.contract.Outcome.valueOf(f.outcome().name()))
                .setSummary(f.summary())
                .setConfidence(f.confidence())
                .setApproaches(f.approaches())
                .setErrors(f.errors())
                .setLlmCalls(f.llmCalls())
                .setTokens(f.tokens())
                .setCostMicros(f.costMicros())
                .setActiveMillis(f.active().toMillis())
                .build();
    }

    static RemainingLimits remaining(Remaining left) {
        return new RemainingLimits(
                left.steps(),
                left.llmCalls(),
                left.actions(),
                left.tokens(),
                left.costMicros(),
                left.activeTime().toMillis());
    }

    static @Nullable Escalation escalation(@Nullable HandOver handOver) {
        return handOver == null
                ? null
                : Escalation.newBuilder()
                        .setReason(handOver.reason())
                        .setKnown(handOver.known())
                        .setNextSteps(handOver.nextSteps())
                        .build();
    }
}
