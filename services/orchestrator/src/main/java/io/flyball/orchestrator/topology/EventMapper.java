package io.flyball.orchestrator.topology;

import io.flyball.contract.ActionVerdict;
import io.flyball.contract.AdmissionKind;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.contract.PlanDecision;
import io.flyball.contract.RunAdmission;
import io.flyball.contract.ToolResult;
import io.flyball.contract.ToolStatus;
import io.flyball.orchestrator.run.Effect;
import io.flyball.orchestrator.run.ErrorClass;
import io.flyball.orchestrator.run.GovernorAnswer;
import io.flyball.orchestrator.run.RunEvent;
import io.flyball.orchestrator.run.RunSpec;
import io.flyball.orchestrator.run.ToolReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Records from topics become events of the machine; here Avro ends. */
final class EventMapper {
    private final SpecMapper specs;

    EventMapper(SpecMapper specs) {
        this.specs = specs;
    }

    /**
     * The event that a record means.
     *
     * @return empty if it means nothing to a run
     */
    Optional<RunEvent> event(SpecificRecord record, Identity run, Instant at) {
        return switch (record) {
            case RunAdmission admission -> Optional.of(admitted(admission, run.traceparent(), at));
            case PlanDecision decision ->
                Optional.of(new RunEvent.PlanArrived(PlanMapper.plan(decision, run.environment()), at));
            case ActionVerdict verdict -> Optional.of(new RunEvent.VerdictArrived(answer(verdict), at));
            case ToolResult result -> Optional.of(toolEvent(result, at));
            case ControlCommand command -> ordered(command, at);
            default ->
                throw new IllegalArgumentException(
                        "no run reads " + record.getSchema().getName());
        };
    }

    private RunEvent admitted(RunAdmission admission, String traceparent, Instant at) {
        if (admission.getKind() == AdmissionKind.OPEN) {
            RunSpec spec = specs.spec(admission, traceparent, at);
            return new RunEvent.Opened(spec, at);
        }
        boolean resolved = admission.getAlert() != null && admission.getAlert().getStatus() == AlertStatus.RESOLVED;
        String fingerprint =
                admission.getAlert() == null ? "" : admission.getAlert().getFingerprint();
        String alertId = admission.getAlertId() == null ? admission.getId() : admission.getAlertId();
        return new RunEvent.AlertJoined(alertId, fingerprint, resolved, at);
    }

    private static GovernorAnswer answer(ActionVerdict v) {
        return new GovernorAnswer(
                v.getId(),
                v.getActionId(),
                GovernorAnswer.Kind.valueOf(v.getVerdict().name()),
                v.getReason(),
                v.getRule(),
                v.getPolicyHash(),
                Effect.valueOf(v.getEffect().name()),
                v.getReversible(),
                v.getRisk().name(),
                v.getActionHash(),
                v.getVerificationHint(),
                v.getApprovalId(),
                v.getApprovedBy(),
                v.getExpiresAt());
    }

    private static RunEvent toolEvent(ToolResult r, Instant at) {
        return r.getStatus() == ToolStatus.STARTED
                ? new RunEvent.ToolStarted(r.getActionId(), r.getExecutor(), at)
                : new RunEvent.ToolEnded(r.getActionId(), report(r), at);
    }

    private static ToolReport report(ToolResult r) {
        boolean started = r.getStartedAt() != null;
        Duration duration = started && r.getFinishedAt() != null
                ? Duration.between(r.getStartedAt(), r.getFinishedAt())
                : Duration.ZERO;
        return new ToolReport(
                ToolReport.Status.valueOf(r.getStatus().name()),
                r.getOutput(),
                r.getOutputLength(),
                r.getExitCode(),
                r.getError(),
                r.getErrorClass() == null
                        ? null
                        : ErrorClass.valueOf(r.getErrorClass().name()),
                started,
                duration);
    }

    /** Orders that this version does not follow are left to those that do. */
    private static Optional<RunEvent> ordered(ControlCommand command, Instant at) {
        return command.getKind() == ControlKind.CANCEL
                ? Optional.of(new RunEvent.CancelOrdered(command.getBy(), command.getReason(), at))
                : Optional.empty();
    }
}
