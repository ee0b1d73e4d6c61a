package io.flyball.planner.queue;

import io.flyball.contract.DecidedBy;
import io.flyball.contract.Delegation;
import io.flyball.contract.ErrorClass;
import io.flyball.contract.Escalation;
import io.flyball.contract.Expectation;
import io.flyball.contract.ExpectationKind;
import io.flyball.contract.Finish;
import io.flyball.contract.Outcome;
import io.flyball.contract.PlanDecision;
import io.flyball.contract.PlanDecisionKind;
import io.flyball.contract.PlanError;
import io.flyball.contract.PlanRequest;
import io.flyball.contract.Risk;
import io.flyball.contract.TokenCount;
import io.flyball.planner.choice.Maker;
import io.flyball.planner.choice.Plan;
import io.flyball.planner.model.Tokens;
import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.Delegated;
import io.flyball.planner.plan.Fault;
import io.flyball.planner.plan.ProposedAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Plans as records; the id follows from the request, so that whoever reads one twice drops the second. */
final class DecisionMapper {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DecisionMapper() {}

    static PlanDecision decision(PlanRequest request, Plan plan, Instant at) {
        PlanDecision.Builder record = PlanDecision.newBuilder()
                .setId(request.getId() + ":d")
                .setRequestId(request.getId())
                .setRunId(request.getRunId())
                .setTenant(request.getTenant())
                .setStep(request.getStep())
                .setReasoning(plan.decision().rationale().reasoning())
                .setConfidence(plan.decision().rationale().confidence())
                .setComplexity(plan.decision().rationale().complexity())
                .setDecidedBy(decidedBy(plan.maker()))
                .setStopReason(plan.stopReason())
                .setTokens(tokens(plan.tokens()))
                .setLlmCalls(plan.llmCalls())
                .setCostMicros(plan.costMicros())
                .setDecidedAt(at);
        return wants(record, plan.decision()).build();
    }

    private static PlanDecision.Builder wants(PlanDecision.Builder record, Decision decision) {
        return switch (decision) {
            case Decision.Act act -> record.setDecision(PlanDecisionKind.ACT).setActions(actions(act.actions()));
            case Decision.Delegate delegate ->
                record.setDecision(PlanDecisionKind.DELEGATE)
                        .setDelegations(delegate.steps().stream()
                                .map(DecisionMapper::delegation)
                                .toList());
            case Decision.Ask ask -> record.setDecision(PlanDecisionKind.ASK).setQuestion(ask.question());
            case Decision.Finish finish ->
                record.setDecision(PlanDecisionKind.FINISH)
                        .setFinish(new Finish(
                                Outcome.valueOf(finish.outcome().name()), finish.summary(), finish.rootCause()));
            case Decision.Escalate escalate ->
                record.setDecision(PlanDecisionKind.ESCALATE)
                        .setEscalation(new Escalation(escalate.reason(), escalate.known(), escalate.nextSteps()))
                        .setError(error(escalate.fault()));
        };
    }

    private static Delegation delegation(Delegated step) {
        return Delegation.newBuilder()
                .setName(step.name())
                .setAgent(step.agent())
                .setGoal(step.goal())
                .setDependsOn(step.dependsOn())
                .build();
    }

    private static List<io.flyball.contract.ProposedAction> actions(List<ProposedAction> actions) {
        List<io.flyball.contract.ProposedAction> records = new ArrayList<>();
        for (ProposedAction action : actions) {
            records.add(action(records.size(), action));
        }
        return records;
    }

    private static io.flyball.contract.ProposedAction action(int index, ProposedAction action) {
        return io.flyball.contract.ProposedAction.newBuilder()
                .setIndex(index)
                .setLabel(action.label())
                .setTool(action.tool())
                .setArgumentsJson(JSON.writeValueAsString(action.arguments()))
                .setTarget(action.target())
                .setReasoning(action.reasoning())
                .setExpectedEffect(action.expectedEffect())
                .setRollback(action.rollback())
                .setIndependent(action.independent())
                .setVerifies(action.verifies())
                .setResources(action.resources())
                .setPhase(action.phase())
                .setExpects(action.expects().stream()
                        .map(DecisionMapper::expectation)
                        .toList())
                .setRisk(
                        action.risk() == null
                                ? null
                                : Risk.valueOf(action.risk().name()))
                .build();
    }

    private static Expectation expectation(io.flyball.planner.plan.Expectation expectation) {
        return new Expectation(ExpectationKind.valueOf(expectation.kind().name()), expectation.text());
    }

    private static @Nullable PlanError error(@Nullable Fault fault) {
        return fault == null
                ? null
                : new PlanError(
                        ErrorClass.valueOf(fault.errorClass().name()), fault.message(), fault.asked(), fault.budget());
    }

    private static DecidedBy decidedBy(Maker maker) {
        return new DecidedBy(
                maker.planner(), maker.runbook(), maker.version(), maker.provider(), maker.model(), maker.why());
    }

    static TokenCount tokens(Tokens tokens) {
        return new TokenCount(tokens.input(), tokens.output(), tokens.cacheRead(), tokens.cacheWrite());
    }
}
