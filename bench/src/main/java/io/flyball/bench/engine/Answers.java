package io.flyball.bench.engine;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ActionVerdict;
import io.flyball.contract.DecidedBy;
import io.flyball.contract.Effect;
import io.flyball.contract.Finish;
import io.flyball.contract.Outcome;
import io.flyball.contract.PlanDecision;
import io.flyball.contract.PlanDecisionKind;
import io.flyball.contract.PlanRequest;
import io.flyball.contract.ProposedAction;
import io.flyball.contract.Risk;
import io.flyball.contract.RunRequest;
import io.flyball.contract.TokenCount;
import io.flyball.contract.ToolCall;
import io.flyball.contract.ToolResult;
import io.flyball.contract.ToolStatus;
import io.flyball.contract.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * What the instant services say: so many steps of one reading action each, everything allowed, everything successful.
 *
 * @param steps steps before the run is finished
 * @param holdUntil when an approval would expire; absent means that nothing is held
 */
public record Answers(int steps, java.util.Optional<Instant> holdUntil) {
    private static final String TENANT = "default";
    private static final DecidedBy NOBODY =
            DecidedBy.newBuilder().setPlanner("bench").setWhy("a benchmark").build();
    private static final TokenCount NO_TOKENS = TokenCount.newBuilder().build();

    /** Everything is allowed. */
    public static Answers ofSteps(int steps) {
        return new Answers(steps, java.util.Optional.empty());
    }

    /** A request for a run of the agent self-check. */
    public static RunRequest request(String runId, Instant now) {
        return RunRequest.newBuilder()
                .setRunId(runId)
                .setTenant(TENANT)
                .setPrincipal("bench")
                .setAgent("self-check")
                .setGoal("measure the engine")
                .setEnvironment("production")
                .setRequestedAt(now)
                .build();
    }

    PlanDecision plan(PlanRequest request, Instant now) {
        PlanDecision.Builder decision = PlanDecision.newBuilder()
                .setId(request.getId() + ":d")
                .setRequestId(request.getId())
                .setRunId(request.getRunId())
                .setTenant(request.getTenant())
                .setStep(request.getStep())
                .setReasoning("One more look.")
                .setConfidence(1)
                .setComplexity(1)
                .setDecidedBy(NOBODY)
                .setTokens(NO_TOKENS)
                .setDecidedAt(now);
        return request.getStep() > steps ? finish(decision) : act(decision, request.getStep());
    }

    private static PlanDecision finish(PlanDecision.Builder decision) {
        return decision.setDecision(PlanDecisionKind.FINISH)
                .setFinish(Finish.newBuilder()
                        .setOutcome(Outcome.NOT_REPRODUCED)
                        .setSummary("Nothing was touched.")
                        .build())
                .build();
    }

    private static PlanDecision act(PlanDecision.Builder decision, int step) {
        return decision.setDecision(PlanDecisionKind.ACT)
                .setActions(List.of(ProposedAction.newBuilder()
                        .setIndex(0)
                        .setTool("read_file")
                        .setArgumentsJson("{\"path\":\"/etc/" + "abcdefghij".charAt(step % 10) + step + "\"}")
                        .setTarget("file:" + step)
                        .setReasoning("To see whether it is there.")
                        .build()))
                .build();
    }

    ActionVerdict verdict(ActionProposal proposal, Instant now) {
        ActionVerdict.Builder verdict = ActionVerdict.newBuilder(allow(proposal, 1, now));
        holdUntil.ifPresent(until -> verdict.setVerdict(Verdict.HOLD_FOR_APPROVAL)
                .setApprovalId(proposal.getActionId())
                .setExpiresAt(until));
        return verdict.build();
    }

    /** The verdict after an approval, or at once. */
    public ActionVerdict allow(ActionProposal proposal, int ordinal, Instant now) {
        return ActionVerdict.newBuilder()
                .setId(proposal.getActionId() + ":v" + ordinal)
                .setActionId(proposal.getActionId())
                .setRunId(proposal.getRunId())
                .setTenant(proposal.getTenant())
                .setStep(proposal.getStep())
                .setVerdict(Verdict.ALLOW)
                .setReason("only reads")
                .setRule("bench")
                .setPolicyHash("bench")
                .setProfile("bench")
                .setEffect(Effect.READ)
                .setReversible(true)
                .setRisk(Risk.LOW)
                .setTarget(proposal.getTarget())
                .setActionHash(proposal.getActionHash())
                .setDecidedAt(now)
                .build();
    }

    ToolResult result(ToolCall call, Instant now) {
        return ToolResult.newBuilder()
                .setId(call.getActionId() + ":r")
                .setActionId(call.getActionId())
                .setRunId(call.getRunId())
                .setTenant(call.getTenant())
                .setStep(call.getStep())
                .setDispatch(call.getDispatch())
                .setTool(call.getTool())
                .setStatus(ToolStatus.SUCCEEDED)
                .setOutput("ok")
                .setOutputLength(2)
                .setExecutor("bench")
                .setStartedAt(now)
                .setFinishedAt(now)
                .build();
    }
}
