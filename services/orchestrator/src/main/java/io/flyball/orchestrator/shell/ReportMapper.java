package io.flyball.orchestrator.shell;

import io.flyball.contract.AdmissionKind;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.contract.ParentRun;
import io.flyball.contract.RunAdmission;
import io.flyball.orchestrator.run.DelegatedStep;
import io.flyball.orchestrator.run.Finding;
import io.flyball.orchestrator.run.Look;
import io.flyball.orchestrator.run.Looks;
import io.flyball.orchestrator.run.Outcome;
import io.flyball.orchestrator.run.RunCommand.CancelChild;
import io.flyball.orchestrator.run.RunCommand.OpenChild;
import io.flyball.orchestrator.run.RunCommand.Report;
import io.flyball.orchestrator.run.RunEvent;
import io.flyball.orchestrator.run.RunSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What a run and its specialists say to each other. */
final class ReportMapper {
    private ReportMapper() {}

    /** A specialist's run: its own context, the parent's inputs, and limits within what the parent has left. */
    static io.flyball.contract.RunRequest open(OpenChild command, Instant at) {
        RunSpec spec = command.run().spec();
        DelegatedStep task = command.task();
        return io.flyball.contract.RunRequest.newBuilder()
                .setRunId(task.childRunId())
                .setTenant(spec.tenant())
                .setPrincipal(spec.principal())
                .setAgent(task.agent())
                .setGoal(task.goal())
                .setEnvironment(spec.environment())
                .setInputs(spec.inputs())
                .setDryRun(spec.dryRun())
                .setIdempotencyKey(task.childRunId())
                .setRequestedAt(at)
                .setParent(new ParentRun(spec.id(), task.name(), task.attempt(), List.of()))
                .setLimits(RecordParts.remaining(command.limits()))
                .setCausedByRun(spec.id())
                .setCausalDepth(spec.causalDepth())
                .build();
    }

    static ControlCommand cancel(CancelChild command, Instant at) {
        RunSpec spec = command.run().spec();
        return ControlCommand.newBuilder()
                .setId(command.childRunId() + ":cancel-by-parent")
                .setTarget(command.childRunId())
                .setKind(ControlKind.CANCEL)
                .setTenant(spec.tenant())
                .setReason(command.reason())
                .setBy("run " + spec.id())
                .setChannel("api")
                .setAt(at)
                .build();
    }

    static RunAdmission report(Report command, Identity child, Instant at) {
        Finding finding = command.finding();
        return RunAdmission.newBuilder()
                .setId(finding.runId() + ":report:" + command.to().delegation())
                .setRunId(command.to().runId())
                .setTenant(child.tenant())
                .setKind(AdmissionKind.CHILD_ENDED)
                .setAgent(child.agent())
                .setPrincipal("run:" + finding.runId())
                .setEnvironment(child.environment())
                .setGoal("")
                .setParent(new ParentRun(
                        command.to().runId(),
                        command.to().delegation(),
                        command.to().attempt(),
                        List.of()))
                .setFinding(withLooks(RecordParts.finding(finding), finding.looks()))
                .setAdmittedAt(at)
                .build();
    }

    /** The same, as the parent's machine sees it. */
    static RunEvent ended(RunAdmission a, Instant at) {
        io.flyball.contract.Finding f = Objects.requireNonNull(a.getFinding());
        Finding finding = new Finding(
                f.getName(),
                f.getAgent().isEmpty() ? a.getAgent() : f.getAgent(),
                f.getRunId(),
                Outcome.valueOf(f.getOutcome().name()),
                f.getSummary(),
                f.getConfidence(),
                f.getApproaches(),
                f.getErrors(),
                f.getLlmCalls(),
                f.getTokens(),
                f.getCostMicros(),
                Duration.ofMillis(f.getActiveMillis()),
                looks(f));
        return new RunEvent.ChildEnded(
                finding, Objects.requireNonNull(a.getParent()).getAttempt(), at);
    }

    /** Only the parent's engine needs them: what is told to planners and subscribers carries none. */
    private static io.flyball.contract.Finding withLooks(io.flyball.contract.Finding finding, Looks looks) {
        return io.flyball.contract.Finding.newBuilder(finding)
                .setChangedAt(looks.changedAt())
                .setLooks(looks.made().stream()
                        .map(look -> new io.flyball.contract.Look(look.actionId(), look.about(), look.sentAt()))
                        .toList())
                .build();
    }

    private static Looks looks(io.flyball.contract.Finding finding) {
        return new Looks(
                finding.getChangedAt(),
                finding.getLooks().stream()
                        .map(look -> new Look(look.getActionId(), look.getAbout(), look.getSentAt()))
                        .toList());
    }
}
