package io.flyball.orchestrator.run;

import org.jspecify.annotations.Nullable;

/** An alert joins an open run. */
final class Alerts {
    private Alerts() {}

    static Decision join(RunState.Open state, RunEvent.AlertJoined event) {
        Run run = state.run();
        AlertFacts alert = run.alert();
        boolean changed = alert != null && alert.resolved() != event.resolved();
        Run joined = changed ? noted(run, alert, event.resolved()) : run;
        return new Story()
                .tell(new RunFact.AlertJoined(event.alertId(), event.fingerprint(), event.resolved()))
                .to(RunState.with(state, joined), changed ? "the alert's status changed" : "another occurrence");
    }

    private static Run noted(Run run, @Nullable AlertFacts alert, boolean resolved) {
        String note = resolved
                ? "The alert has resolved at its source: verify and finish, change nothing more."
                : "The alert is firing again.";
        return run.withAlert(alert == null ? null : alert.withResolved(resolved))
                .withBackground(note);
    }
}
