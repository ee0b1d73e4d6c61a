package io.flyball.orchestrator.run;

import org.jspecify.annotations.Nullable;

/** An alert joins an open run. */
final class Alerts {
    static final String RESOLVED = "the alert has resolved at its source: verify, do not change";

    private Alerts() {}

    static Decision join(RunState.Open state, RunEvent.AlertJoined event) {
        DecisionBuilder story = new DecisionBuilder()
                .tell(new RunFact.AlertJoined(event.alertId(), event.fingerprint(), event.resolved()));
        AlertFacts alert = state.run().alert();
        if (alert == null || !alert.fingerprint().equals(event.fingerprint())) {
            return story.to(RunState.with(state, another(state.run(), event)), "another alert");
        }
        if (alert.resolved() == event.resolved()) {
            return story.to(state, "another occurrence");
        }
        RunState.Open noted = RunState.with(state, noted(state.run(), alert, event.resolved()));
        return event.resolved() && noted instanceof RunState.Acting acting
                ? Scheduling.advance(withoutChanges(acting), event.at(), story, "resolved: nothing more is changed")
                : story.to(noted, "the alert's status changed");
    }

    private static Run another(Run run, RunEvent.AlertJoined event) {
        return event.resolved()
                ? FollowUps.resolved(run, event.fingerprint())
                : FollowUps.add(run, event.fingerprint(), event.description(), event.at());
    }

    private static Run noted(Run run, @Nullable AlertFacts alert, boolean resolved) {
        String note = resolved
                ? "The alert has resolved at its source: verify and finish, change nothing more."
                : "The alert is firing again.";
        return run.withAlert(alert == null ? null : alert.withResolved(resolved))
                .withBackground(note);
    }

    /** Changes that have not begun are not begun any more, those that wait for a person included. */
    private static RunState.Acting withoutChanges(RunState.Acting s) {
        RunState.Acting left = s;
        for (Action action : s.actions()) {
            boolean change = action.answer().map(a -> a.effect().changes()).orElse(false);
            boolean begun = action.state() instanceof ActionState.Called
                    || action.state().over();
            if (change && !begun) {
                left = Acting.replace(left, action.in(new ActionState.Skipped(RESOLVED)), left.run());
            }
        }
        return left;
    }
}
