package io.flyball.orchestrator.shell;

import io.flyball.contract.ActionProposed;
import io.flyball.contract.AlertJoined;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.CollateralFound;
import io.flyball.contract.DecisionRefused;
import io.flyball.contract.Delegated;
import io.flyball.contract.DelegationEnded;
import io.flyball.contract.Effect;
import io.flyball.contract.LockAwaited;
import io.flyball.contract.LoopDetected;
import io.flyball.contract.LoopKind;
import io.flyball.contract.NotEffective;
import io.flyball.contract.Outcome;
import io.flyball.contract.PhaseChanged;
import io.flyball.contract.PhaseState;
import io.flyball.contract.PlanDecided;
import io.flyball.contract.PlanRequested;
import io.flyball.contract.QuestionAnswered;
import io.flyball.contract.QuestionAsked;
import io.flyball.contract.Risk;
import io.flyball.contract.RunClosing;
import io.flyball.contract.RunEnded;
import io.flyball.contract.RunHeld;
import io.flyball.contract.RunOpened;
import io.flyball.contract.RunPaused;
import io.flyball.contract.RunQueued;
import io.flyball.contract.RunReleased;
import io.flyball.contract.RunResumed;
import io.flyball.contract.ToolCalled;
import io.flyball.contract.ToolFinished;
import io.flyball.contract.ToolStarted;
import io.flyball.contract.ToolStatus;
import io.flyball.contract.VerdictGiven;
import io.flyball.contract.VerificationFailed;
import io.flyball.contract.VerificationOwed;
import io.flyball.contract.Verified;
import io.flyball.orchestrator.run.Action;
import io.flyball.orchestrator.run.DelegatedStep;
import io.flyball.orchestrator.run.Plan;
import io.flyball.orchestrator.run.RunFact;
import io.flyball.orchestrator.run.RunSpec;
import io.flyball.orchestrator.run.Verdict;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Facts of a run's history as agent.run-events tells them. */
final class FactMapper {
    private FactMapper() {}

    static SpecificRecord what(RunFact fact) {
        return switch (fact) {
            case RunFact.RunOpened f -> opened(f.spec());
            case RunFact.AlertJoined f ->
                AlertJoined.newBuilder()
                        .setAlertId(f.alertId())
                        .setFingerprint(f.fingerprint())
                        .setStatus(f.resolved() ? AlertStatus.RESOLVED : AlertStatus.FIRING)
                        .setLeftOut(f.leftOut())
                        .build();
            case RunFact.PlanRequested f -> new PlanRequested(f.requestId(), f.attempt());
            case RunFact.PlanDecided f -> decided(f.plan());
            case RunFact.ActionProposed f -> proposed(f.action());
            case RunFact.VerdictGiven f -> verdict(f.answer());
            case RunFact.ToolCalled f -> new ToolCalled(f.actionId(), f.dispatch());
            case RunFact.ToolStarted f -> new ToolStarted(f.actionId(), f.executor());
            case RunFact.ToolFinished f -> finished(f);
            case RunFact.VerificationOwed f -> new VerificationOwed(f.target(), f.actionId());
            case RunFact.Verified f -> new Verified(f.target(), f.actionId());
            case RunFact.VerificationFailed f ->
                new VerificationFailed(f.target(), f.actionId(), f.attempt(), f.reason());
            case RunFact.DecisionRefused f -> new DecisionRefused(f.decisionId(), f.reason());
            case RunFact.RunHeld f -> new RunHeld(f.reason());
            case RunFact.RunReleased f -> new RunReleased(f.reason());
            case RunFact.RunClosing f ->
                new RunClosing(Outcome.valueOf(f.outcome().name()), f.reason(), f.awaited());
            case RunFact.RunEnded f ->
                new RunEnded(Outcome.valueOf(f.outcome().name()), f.reason(), f.summary(), f.rootCause());
            case RunFact.RunQueued f -> queued(f);
            case RunFact.RunPaused f -> new RunPaused(f.by(), f.reason(), f.takenOver(), f.budget());
            case RunFact.RunResumed f -> new RunResumed(f.by(), f.reason(), f.note());
            case RunFact.QuestionAsked f -> new QuestionAsked(f.question());
            case RunFact.QuestionAnswered f -> new QuestionAnswered(f.by(), f.answer());
            case RunFact.LoopDetected f ->
                new LoopDetected(LoopKind.valueOf(f.kind().name()), f.description(), f.detections());
            case RunFact.Delegated f -> delegated(f.task());
            case RunFact.DelegationEnded f -> new DelegationEnded(RecordParts.finding(f.finding()));
            case RunFact.LockAwaited f -> new LockAwaited(f.actionId(), f.holder());
            case RunFact.NotEffective f -> new NotEffective(f.alertId(), f.fingerprint());
            case RunFact.CollateralFound f -> new CollateralFound(f.actionId(), f.changed());
            case RunFact.PhaseChanged f ->
                new PhaseChanged(f.phase(), PhaseState.valueOf(f.state().name()));
        };
    }

    private static RunQueued queued(RunFact.RunQueued f) {
        return RunQueued.newBuilder()
                .setReason(f.reason())
                .setPosition(f.position())
                .setSince(f.place() == null ? null : f.place().since())
                .setBehind(f.place() == null ? List.of() : f.place().behind())
                .setUntil(
                        f.place() == null || f.place().until().isEmpty()
                                ? null
                                : f.place().until())
                .setGoal(f.spec().goal())
                .setPrincipal(f.spec().principal())
                .setEnvironment(f.spec().environment())
                .setAlert(RecordParts.alert(f.spec().alert()))
                .build();
    }

    private static Delegated delegated(DelegatedStep task) {
        return new Delegated(task.name(), task.agent(), task.goal(), task.childRunId(), task.attempt());
    }

    private static RunOpened opened(RunSpec spec) {
        return RunOpened.newBuilder()
                .setGoal(spec.goal())
                .setPrincipal(spec.principal())
                .setEnvironment(spec.environment())
                .setDryRun(spec.dryRun())
                .setAlert(RecordParts.alert(spec.alert()))
                .setInputs(spec.inputs())
                .setParentRunId(spec.parent() == null ? null : spec.parent().runId())
                .setCausedByRun(spec.causedByRun())
                .build();
    }

    private static PlanDecided decided(Plan plan) {
        return PlanDecided.newBuilder()
                .setDecisionId(plan.id())
                .setDecision(WantsMapper.kind(plan.wants()))
                .setReasoning(plan.reasoning())
                .setConfidence(plan.confidence())
                .setDecidedBy(RecordParts.decidedBy(plan.decidedBy()))
                .setTokens(RecordParts.tokens(plan.tokens()))
                .setLlmCalls(plan.llmCalls())
                .setCostMicros(plan.costMicros())
                .build();
    }

    private static ActionProposed proposed(Action action) {
        var p = action.proposal();
        return ActionProposed.newBuilder()
                .setActionId(action.id())
                .setLabel(p.label())
                .setTool(p.tool())
                .setArgumentsJson(p.argumentsJson())
                .setTarget(p.target())
                .setReasoning(p.reasoning())
                .setActionHash(p.hash())
                .build();
    }

    private static VerdictGiven verdict(Verdict a) {
        return VerdictGiven.newBuilder()
                .setActionId(a.actionId())
                .setVerdict(io.flyball.contract.Verdict.valueOf(a.kind().name()))
                .setReason(a.reason())
                .setRule(a.rule())
                .setEffect(Effect.valueOf(a.effect().name()))
                .setRisk(Risk.valueOf(a.risk()))
                .setPolicyHash(a.policyHash())
                .setApprovalId(a.approvalId())
                .setApprovedBy(a.approvedBy())
                .setExpiresAt(a.expiresAt())
                .build();
    }

    private static ToolFinished finished(RunFact.ToolFinished f) {
        var r = f.report();
        return ToolFinished.newBuilder()
                .setActionId(f.actionId())
                .setStatus(ToolStatus.valueOf(r.status().name()))
                .setOutput(r.output())
                .setOutputLength(r.outputLength())
                .setExitCode(r.exitCode())
                .setError(r.error())
                .setDurationMillis(r.duration().toMillis())
                .build();
    }
}
