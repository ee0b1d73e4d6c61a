package io.flyball.console.readmodel;

import io.flyball.contract.AlertJoined;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunOpened;
import io.flyball.contract.RunQueued;
import io.flyball.contract.RunRequest;
import io.flyball.contract.RunStatus;
import java.util.List;
import java.util.Map;

/** What a run was asked to do: known when it is opened or queued, and added to by each alert that joins. */
final class Opening {
    private Opening() {}

    /** What is known of a run before the orchestrator has told anything. */
    static RunView accepted(RunRequest request) {
        var asked = new RunView.Asked(
                request.getRunId(),
                request.getAgent(),
                request.getTenant(),
                request.getGoal(),
                request.getPrincipal(),
                request.getEnvironment(),
                request.getDryRun(),
                Map.copyOf(request.getInputs()),
                null,
                0,
                request.getRequestedAt(),
                "",
                request.getParent() == null ? null : request.getParent().getRunId(),
                request.getCausedByRun());
        var queue = new RunView.QueueView(
                "it is accepted, and the orchestrator has not taken it yet",
                0,
                request.getRequestedAt(),
                List.of(),
                null);
        return new RunView(
                asked,
                new RunView.Standing(RunStatus.QUEUED.name(), 0, null, null, null, queue, 0),
                RunView.Ending.OPEN,
                RunView.Spent.NOTHING,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static RunView unseen(RunEvent event) {
        var asked = new RunView.Asked(
                event.getRunId(),
                event.getAgent(),
                event.getTenant(),
                "",
                "",
                "",
                false,
                Map.of(),
                null,
                0,
                event.getAt(),
                event.getTraceId(),
                null,
                null);
        var standing = new RunView.Standing(event.getStatus().name(), event.getStep(), null, null, null, null, 0);
        return new RunView(
                asked,
                standing,
                RunView.Ending.OPEN,
                RunView.Spent.NOTHING,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Runs that an older version queued say nothing of what they are for until they open. */
    static RunView queued(RunView view, RunQueued it) {
        if (it.getGoal() == null || it.getPrincipal() == null || it.getEnvironment() == null) {
            return view;
        }
        return opened(
                view,
                RunOpened.newBuilder()
                        .setGoal(it.getGoal())
                        .setPrincipal(it.getPrincipal())
                        .setEnvironment(it.getEnvironment())
                        .setDryRun(false)
                        .setAlert(it.getAlert())
                        .build());
    }

    static RunView opened(RunView view, RunOpened it) {
        RunView.Asked a = view.asked();
        return view.with(new RunView.Asked(
                a.id(),
                a.agent(),
                a.tenant(),
                it.getGoal(),
                it.getPrincipal(),
                it.getEnvironment(),
                it.getDryRun(),
                Map.copyOf(it.getInputs()),
                AlertView.of(it.getAlert()),
                a.alertsJoined(),
                a.openedAt(),
                a.traceId(),
                it.getParentRunId(),
                it.getCausedByRun()));
    }

    private static AlertView newest(AlertView alert, AlertJoined it) {
        boolean same = alert.fingerprint().equals(it.getFingerprint());
        return (same ? alert.withStatus(it.getStatus().name()) : alert).leavingOut(it.getLeftOut());
    }

    static RunView joined(RunView view, AlertJoined it) {
        RunView.Asked a = view.asked();
        AlertView alert = a.alert();
        return view.with(new RunView.Asked(
                a.id(),
                a.agent(),
                a.tenant(),
                a.goal(),
                a.principal(),
                a.environment(),
                a.dryRun(),
                a.inputs(),
                alert == null ? null : newest(alert, it),
                a.alertsJoined() + 1,
                a.openedAt(),
                a.traceId(),
                a.parentRunId(),
                a.causedByRun()));
    }
}
