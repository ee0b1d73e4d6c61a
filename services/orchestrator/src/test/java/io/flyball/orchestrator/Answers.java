package io.flyball.orchestrator;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ActionVerdict;
import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.DecidedBy;
import io.flyball.contract.Effect;
import io.flyball.contract.Finish;
import io.flyball.contract.Outcome;
import io.flyball.contract.PlanDecision;
import io.flyball.contract.PlanDecisionKind;
import io.flyball.contract.PlanRequest;
import io.flyball.contract.ProposedAction;
import io.flyball.contract.Risk;
import io.flyball.contract.TokenCount;
import io.flyball.contract.ToolCall;
import io.flyball.contract.ToolStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What planner, governor and executor would answer: change the shop, verify it, finish. */
public final class Answers {
    private Answers() {}

    public static Alert alert(String fingerprint, Instant at) {
        return alert(fingerprint, "shop", at);
    }

    /** Alerts of one name on one service share a run; those on different services do not. */
    public static Alert alert(String fingerprint, String service, Instant at) {
        return Alert.newBuilder()
                .setId("alert-" + fingerprint + "-" + at.toEpochMilli())
                .setFingerprint(fingerprint)
                .setName("ServiceUnavailable")
                .setService(service)
                .setSeverity("critical")
                .setStatus(AlertStatus.FIRING)
                .setLabels(Map.of("service", service))
                .setStartsAt(at)
                .setSource("alertmanager")
                .setReceivedAt(at)
                .build();
    }

    public static PlanDecision plan(PlanRequest request, Instant at) {
        PlanDecision.Builder decision = PlanDecision.newBuilder()
                .setId(request.getId() + ":d")
                .setRequestId(request.getId())
                .setRunId(request.getRunId())
                .setTenant(request.getTenant())
                .setStep(request.getStep())
                .setReasoning("step " + request.getStep())
                .setConfidence(0.9)
                .setComplexity(2)
                .setTokens(TokenCount.newBuilder().build())
                .setDecidedBy(DecidedBy.newBuilder()
                        .setPlanner("runbook")
                        .setWhy("test")
                        .build())
                .setDecidedAt(at);
        return switch (request.getTurns().size()) {
            case 0 ->
                decision.setDecision(PlanDecisionKind.ACT)
                        .setActions(List.of(action("rollback", List.of())))
                        .build();
            case 1 ->
                decision.setDecision(PlanDecisionKind.ACT)
                        .setActions(List.of(action("verify", List.of("service:shop"))))
                        .build();
            default ->
                decision.setDecision(PlanDecisionKind.FINISH)
                        .setFinish(new Finish(Outcome.RESOLVED, "rolled back", "wrong upstream"))
                        .build();
        };
    }

    private static ProposedAction action(String what, List<String> verifies) {
        return ProposedAction.newBuilder()
                .setIndex(0)
                .setLabel(what)
                .setTool("run_command")
                .setArgumentsJson("{\"argv\":[\"deployctl\",\"" + what + "\",\"shop\"]}")
                .setTarget("service:shop")
                .setReasoning("because")
                .setVerifies(verifies)
                .build();
    }

    public static ActionVerdict allow(ActionProposal p, Instant at) {
        return ActionVerdict.newBuilder()
                .setId(p.getActionId() + ":v1")
                .setActionId(p.getActionId())
                .setRunId(p.getRunId())
                .setTenant(p.getTenant())
                .setStep(p.getStep())
                .setVerdict(io.flyball.contract.Verdict.ALLOW)
                .setReason("test")
                .setRule("test")
                .setPolicyHash("policy")
                .setProfile("production")
                .setEffect(p.getArgumentsJson().contains("rollback") ? Effect.CHANGE : Effect.READ)
                .setReversible(true)
                .setRisk(Risk.LOW)
                .setTarget(p.getTarget())
                .setActionHash(p.getActionHash())
                .setDecidedAt(at)
                .build();
    }

    public static io.flyball.contract.ToolResult succeed(ToolCall call, Instant at) {
        return io.flyball.contract.ToolResult.newBuilder()
                .setId(call.getActionId() + "/1/SUCCEEDED")
                .setActionId(call.getActionId())
                .setRunId(call.getRunId())
                .setTenant(call.getTenant())
                .setStep(call.getStep())
                .setTool(call.getTool())
                .setStatus(ToolStatus.SUCCEEDED)
                .setOutput("ok")
                .setOutputLength(2)
                .setExecutor("test")
                .setStartedAt(at)
                .setFinishedAt(at)
                .build();
    }
}
