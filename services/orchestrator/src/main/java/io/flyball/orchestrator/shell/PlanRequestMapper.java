package io.flyball.orchestrator.shell;

import io.flyball.contract.Effect;
import io.flyball.contract.ErrorClass;
import io.flyball.contract.Obligation;
import io.flyball.contract.Phase;
import io.flyball.contract.PhaseState;
import io.flyball.contract.PlanRequest;
import io.flyball.contract.ToolStatus;
import io.flyball.contract.Turn;
import io.flyball.contract.TurnAction;
import io.flyball.orchestrator.run.Action;
import io.flyball.orchestrator.run.ActionState;
import io.flyball.orchestrator.run.Progress;
import io.flyball.orchestrator.run.Run;
import io.flyball.orchestrator.run.RunCommand.RequestPlan;
import io.flyball.orchestrator.run.RunSpec;
import io.flyball.orchestrator.run.ToolResult;
import io.flyball.orchestrator.run.Verdict;
import java.time.Instant;
import java.util.List;

/** A plan request holds everything that the planner needs, so that planners need no memory of the run. */
final class PlanRequestMapper {
    private PlanRequestMapper() {}

    static PlanRequest request(
            RequestPlan command, List<io.flyball.orchestrator.run.Step> turns, int mostOfTurns, Instant at) {
        Run run = command.run();
        RunSpec spec = run.spec();
        return PlanRequest.newBuilder()
                .setId(command.requestId())
                .setRunId(spec.id())
                .setTenant(spec.tenant())
                .setPrincipal(spec.principal())
                .setAgent(spec.agent())
                .setEnvironment(spec.environment())
                .setStep(command.step())
                .setGoal(spec.goal())
                .setInputs(spec.inputs())
                .setDryRun(spec.dryRun())
                .setAlert(RecordParts.alert(run.alert()))
                .setTurns(TurnsInRequest.within(
                        turns.stream().map(PlanRequestMapper::turn).toList(), mostOfTurns))
                .setObligations(
                        run.owed().stream().map(PlanRequestMapper::obligation).toList())
                .setRemaining(RecordParts.remaining(run.remaining()))
                .setHints(run.hints())
                .setBackground(run.background())
                .setProgress(Progress.of(run))
                .setFindings(run.findings().stream().map(RecordParts::finding).toList())
                .setManifest(run.phases().stream().map(PlanRequestMapper::phase).toList())
                .setParentRuns(
                        spec.parent() == null
                                ? List.of()
                                : List.of(spec.parent().runId()))
                .setDeadline(command.deadline())
                .setRequestedAt(at)
                .build();
    }

    private static Obligation obligation(io.flyball.orchestrator.run.Obligation o) {
        return new Obligation(o.target(), o.actionId(), o.hint(), o.failures());
    }

    private static Phase phase(io.flyball.orchestrator.run.Phase p) {
        return new Phase(p.name(), p.dependsOn(), PhaseState.valueOf(p.state().name()));
    }

    private static Turn turn(io.flyball.orchestrator.run.Step turn) {
        return Turn.newBuilder()
                .setStep(turn.step())
                .setDecisionId(turn.plan().id())
                .setKind(WantsMapper.kind(turn.plan().wants()))
                .setReasoning(turn.plan().reasoning())
                .setActions(
                        turn.actions().stream().map(PlanRequestMapper::action).toList())
                .setRefusal(turn.refusal())
                .build();
    }

    private static TurnAction action(Action action) {
        TurnAction.Builder record = TurnAction.newBuilder()
                .setActionId(action.id())
                .setLabel(action.proposal().label())
                .setTool(action.proposal().tool())
                .setArgumentsJson(action.proposal().argumentsJson())
                .setTarget(action.proposal().target())
                .setOutput("");
        action.answer().ifPresent(answer -> answered(record, answer));
        switch (action.state()) {
            case ActionState.Finished s -> reported(record, s.report());
            case ActionState.Skipped s -> record.setVerdictReason("skipped: " + s.why());
            case ActionState.Proposed _,
                    ActionState.AwaitingApproval _,
                    ActionState.Ready _,
                    ActionState.Called _,
                    ActionState.Retrying _,
                    ActionState.Denied _ -> record.setStatus(null);
        }
        return record.build();
    }

    private static void answered(TurnAction.Builder record, Verdict answer) {
        record.setEffect(Effect.valueOf(answer.effect().name()))
                .setVerdict(io.flyball.contract.Verdict.valueOf(answer.kind().name()))
                .setVerdictReason(answer.reason());
    }

    private static void reported(TurnAction.Builder record, ToolResult report) {
        record.setStatus(ToolStatus.valueOf(report.status().name()))
                .setOutput(report.output())
                .setOutputLength(report.outputLength())
                .setExitCode(report.exitCode())
                .setError(report.error())
                .setFinishedAt(ResultMapper.orNever(report.finishedAt()))
                .setErrorClass(
                        report.errorClass() == null
                                ? null
                                : ErrorClass.valueOf(report.errorClass().name()));
    }
}
