package io.flyball.console.readmodel;

import io.flyball.contract.DecidedBy;
import io.flyball.contract.PlanDecided;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the planner wanted in one step, and why. */
public record StepView(
        int step,
        String decisionId,
        String decision,
        String reasoning,
        double confidence,
        DecidedByView decidedBy,
        @Nullable String refusal,
        CostView cost,
        Instant at) {

    /** What made the decision. */
    public record DecidedByView(
            String planner,
            @Nullable String runbook,
            @Nullable String version,
            @Nullable String provider,
            @Nullable String model,
            String why) {

        static DecidedByView of(DecidedBy by) {
            return new DecidedByView(
                    by.getPlanner(), by.getRunbook(), by.getVersion(), by.getProvider(), by.getModel(), by.getWhy());
        }
    }

    static StepView of(int step, PlanDecided decided, Instant at) {
        return new StepView(
                step,
                decided.getDecisionId(),
                decided.getDecision().name(),
                decided.getReasoning(),
                decided.getConfidence(),
                DecidedByView.of(decided.getDecidedBy()),
                null,
                CostView.ofMicros(decided.getCostMicros()),
                at);
    }

    StepView refused(String why) {
        return new StepView(step, decisionId, decision, reasoning, confidence, decidedBy, why, cost, at);
    }
}
