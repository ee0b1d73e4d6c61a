package io.flyball.orchestrator.shell;

import io.flyball.contract.ActionVerdict;
import io.flyball.contract.AlertContext;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.PlanDecision;
import io.flyball.contract.RunAdmission;
import io.flyball.orchestrator.run.AlertSubject;
import io.flyball.orchestrator.run.Effect;
import io.flyball.orchestrator.run.ErrorClass;
import io.flyball.orchestrator.run.JoinedAlert;
import io.flyball.orchestrator.run.QueuePlace;
import io.flyball.orchestrator.run.RunEvent;
import io.flyball.orchestrator.run.ToolResult;
import io.flyball.orchestrator.run.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
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
            case io.flyball.contract.ToolResult result -> Optional.of(toolEvent(result, at));
            case ControlCommand command -> ordered(command, at);
            default ->
                throw new IllegalArgumentException(
                        "no run reads " + record.getSchema().getName());
        };
    }

    private RunEvent admitted(RunAdmission a, String traceparent, Instant at) {
        return switch (a.getKind()) {
            case OPEN -> new RunEvent.Opened(specs.spec(a, traceparent, at), at);
            case QUEUE ->
                new RunEvent.Queued(
                        specs.spec(a, traceparent, at), String.valueOf(a.getReason()), a.getPosition(), place(a), at);
            case JOIN -> joined(a, at);
            case NOTE -> new RunEvent.Noted(String.join("\n", a.getBackground()), at);
            case LISTEN -> new RunEvent.ListenerJoined(a.getRunId(), Objects.requireNonNull(SpecMapper.parent(a)), at);
            case CHILD_ENDED -> ReportMapper.ended(a, at);
        };
    }

    private static QueuePlace place(RunAdmission a) {
        return new QueuePlace(
                a.getSince() == null ? a.getAdmittedAt() : a.getSince(),
                a.getBehind(),
                a.getUntil() == null ? "" : a.getUntil());
    }

    private static RunEvent joined(RunAdmission a, Instant at) {
        AlertContext alert = a.getAlert();
        String alertId = a.getAlertId() == null ? a.getId() : a.getAlertId();
        if (alert == null) {
            return new RunEvent.AlertJoined(alertId, "", "an alert", AlertSubject.NONE, false, null, 0, at);
        }
        return new RunEvent.AlertJoined(
                alertId,
                alert.getFingerprint(),
                JoinedAlert.describe(alert.getName(), alert.getService(), alert.getFingerprint()),
                AlertSubject.of(alert.getService(), alert.getLabels()),
                alert.getStatus() == AlertStatus.RESOLVED,
                alert.getStartsAt(),
                alert.getLeftOut(),
                at);
    }

    private static Verdict answer(ActionVerdict v) {
        return new Verdict(
                v.getId(),
                v.getActionId(),
                Verdict.Kind.valueOf(v.getVerdict().name()),
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
                v.getExpiresAt(),
                v.getGrant());
    }

    private static RunEvent toolEvent(io.flyball.contract.ToolResult r, Instant at) {
        return switch (r.getStatus()) {
            case STARTED -> new RunEvent.ToolStarted(r.getActionId(), r.getExecutor(), at);
            case WAITING ->
                new RunEvent.LockAwaited(
                        r.getActionId(), r.getHolder() == null ? String.valueOf(r.getError()) : r.getHolder(), at);
            case SUCCEEDED, FAILED, TIMED_OUT, REFUSED, STOPPED, CANCELLED, UNKNOWN, DRY_RUN ->
                new RunEvent.ToolEnded(r.getActionId(), r.getDispatch(), report(r), at);
        };
    }

    private static ToolResult report(io.flyball.contract.ToolResult r) {
        boolean started = r.getStartedAt() != null;
        Duration duration = started && r.getFinishedAt() != null
                ? Duration.between(r.getStartedAt(), r.getFinishedAt())
                : Duration.ZERO;
        return new ToolResult(
                ToolResult.Status.valueOf(r.getStatus().name()),
                r.getOutput(),
                r.getOutputLength(),
                r.getExitCode(),
                r.getError(),
                r.getErrorClass() == null
                        ? null
                        : ErrorClass.valueOf(r.getErrorClass().name()),
                started,
                duration,
                r.getBefore(),
                r.getAfter(),
                r.getCollateral(),
                r.getStartedAt(),
                r.getGovernAgain());
    }

    /** Orders to the whole suite or to an agent concern the emergency stop; those to a run are for it. */
    private static Optional<RunEvent> ordered(ControlCommand c, Instant at) {
        return switch (c.getKind()) {
            case CANCEL ->
                c.getBy().equals(ActionMapper.OWN_ORDERS)
                        ? Optional.empty()
                        : Optional.of(new RunEvent.CancelOrdered(c.getBy(), c.getReason(), at));
            case PAUSE -> Optional.of(new RunEvent.PauseOrdered(c.getBy(), c.getReason(), false, at));
            case TAKE_OVER -> Optional.of(new RunEvent.PauseOrdered(c.getBy(), c.getReason(), true, at));
            case RESUME -> Optional.of(new RunEvent.ResumeOrdered(c.getBy(), c.getReason(), null, at));
            case HAND_BACK -> Optional.of(new RunEvent.ResumeOrdered(c.getBy(), c.getReason(), text(c), at));
            case ANSWER -> Optional.of(new RunEvent.AnswerGiven(c.getBy(), text(c), at));
            case EMERGENCY_STOP, EMERGENCY_RELEASE, KILL, REVIVE -> Optional.empty();
        };
    }

    private static String text(ControlCommand c) {
        return c.getText() == null ? c.getReason() : c.getText();
    }
}
