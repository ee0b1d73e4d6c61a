package io.flyball.console.kit;

import io.flyball.contract.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** A run as the orchestrator would tell it, event by event; nothing is sent before somebody does so. */
public final class Story {
    private final String runId;
    private final Instant openedAt;
    private final List<RunEvent> events = new ArrayList<>();
    private long millis;
    private int step;

    public Story(String runId, Instant openedAt) {
        this.runId = runId;
        this.openedAt = openedAt;
    }

    public String runId() {
        return runId;
    }

    public List<RunEvent> events() {
        return List.copyOf(events);
    }

    public RunEvent newest() {
        return events.getLast();
    }

    public String actionId(int index) {
        return runId + ":" + step + ":" + index;
    }

    public Story happens(RunStatus status, SpecificRecord what) {
        millis += 1_200;
        events.add(RunEvent.newBuilder()
                .setId(runId + ":" + (events.size() + 1))
                .setRunId(runId)
                .setTenant("default")
                .setAgent("service-restorer")
                .setSequence(events.size() + 1)
                .setStatus(status)
                .setStep(step)
                .setTraceId("0af7651916cd43dd8448eb211c80319c")
                .setWhat(what)
                .setAt(openedAt.plusMillis(millis))
                .build());
        return this;
    }

    public Story opened(String alert, String service) {
        return happens(
                RunStatus.PLANNING,
                RunOpened.newBuilder()
                        .setGoal("Find out why " + service + " answers with errors, and make it serve again.")
                        .setPrincipal("on-call")
                        .setEnvironment("production")
                        .setDryRun(false)
                        .setAlert(AlertContext.newBuilder()
                                .setFingerprint("d7840da243e8241c")
                                .setName(alert)
                                .setService(service)
                                .setSeverity("critical")
                                .setStatus(AlertStatus.FIRING)
                                .setSource("alertmanager")
                                .setLabels(Map.of("alertname", alert, "service", service, "severity", "critical"))
                                .setAnnotations(Map.of("summary", service + " answers 503 to every request"))
                                .setStartsAt(openedAt)
                                .build())
                        .build());
    }

    public Story decided(PlanDecisionKind kind, String reasoning) {
        step++;
        return happens(
                RunStatus.PLANNING,
                PlanDecided.newBuilder()
                        .setDecisionId(runId + ":p" + step + ".1:d")
                        .setDecision(kind)
                        .setReasoning(reasoning)
                        .setConfidence(0.86)
                        .setDecidedBy(DecidedBy.newBuilder()
                                .setPlanner("model")
                                .setProvider("anthropic")
                                .setModel("a-model")
                                .setWhy("the default model of the tier")
                                .build())
                        .setTokens(TokenCount.newBuilder()
                                .setInput(1_500)
                                .setOutput(220)
                                .build())
                        .setLlmCalls(1)
                        .setCostMicros(7_800)
                        .build());
    }

    public Story proposed(int index, String label, String tool, String arguments, String target, String reasoning) {
        return happens(
                RunStatus.ACTING,
                ActionProposed.newBuilder()
                        .setActionId(actionId(index))
                        .setLabel(label)
                        .setTool(tool)
                        .setArgumentsJson(arguments)
                        .setTarget(target)
                        .setReasoning(reasoning)
                        .setActionHash("hash-of-" + actionId(index))
                        .build());
    }

    public Story judged(int index, Verdict verdict, Effect effect, Risk risk, String reason, String approvedBy) {
        boolean held = verdict == Verdict.HOLD_FOR_APPROVAL;
        return happens(
                held ? RunStatus.AWAITING_APPROVAL : RunStatus.ACTING,
                VerdictGiven.newBuilder()
                        .setActionId(actionId(index))
                        .setVerdict(verdict)
                        .setReason(reason)
                        .setRule("production/" + verdict)
                        .setEffect(effect)
                        .setRisk(risk)
                        .setPolicyHash("p0")
                        .setApprovalId(held || approvedBy != null ? actionId(index) : null)
                        .setApprovedBy(approvedBy)
                        .setExpiresAt(held ? openedAt.plusSeconds(300) : null)
                        .build());
    }

    public Story ran(int index, ToolStatus status, String output, Integer exitCode, String error) {
        happens(
                RunStatus.ACTING,
                ToolCalled.newBuilder()
                        .setActionId(actionId(index))
                        .setDispatch(1)
                        .build());
        happens(
                RunStatus.ACTING,
                ToolStarted.newBuilder()
                        .setActionId(actionId(index))
                        .setExecutor("executor-1")
                        .build());
        return happens(
                RunStatus.ACTING,
                ToolFinished.newBuilder()
                        .setActionId(actionId(index))
                        .setStatus(status)
                        .setOutput(output)
                        .setOutputLength(output.length())
                        .setExitCode(exitCode)
                        .setError(error)
                        .setDurationMillis(480)
                        .build());
    }

    public Story ended(Outcome outcome, String summary, String rootCause) {
        return happens(
                RunStatus.ENDED,
                RunEnded.newBuilder()
                        .setOutcome(outcome)
                        .setReason("the planner finished")
                        .setSummary(summary)
                        .setRootCause(rootCause)
                        .build());
    }

    /** The request that the governor makes for a held action. */
    public ApprovalRequest asks(
            int index, String command, Risk risk, String reasoning, Instant now, Instant expiresAt) {
        return ApprovalRequest.newBuilder()
                .setId(actionId(index))
                .setRunId(runId)
                .setActionId(actionId(index))
                .setTenant("default")
                .setPrincipal("on-call")
                .setAgent("service-restorer")
                .setEnvironment("production")
                .setGoal("Make it serve again.")
                .setTool("run_command")
                .setArgumentsJson("{\"argv\":[\"deploy\",\"rollback\"]}")
                .setCommand(command)
                .setTarget("service:shop")
                .setEffect(Effect.CHANGE)
                .setRisk(risk)
                .setReasoning(reasoning)
                .setPolicyReason("Production wants a person's approval for a rollback.")
                .setAffectedResources(List.of("service:shop", "file:/srv/shop/config.json"))
                .setBlastRadius("one service")
                .setRollback("Deploy version 42 again.")
                .setCostSoFarMicros(15_600)
                .setRemainingMillis(880_000)
                .setActionHash("hash-of-" + actionId(index))
                .setAlertName("ShopDown")
                .setRequestedAt(now)
                .setExpiresAt(expiresAt)
                .build();
    }
}
