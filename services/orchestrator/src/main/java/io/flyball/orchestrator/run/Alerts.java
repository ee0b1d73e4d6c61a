package io.flyball.orchestrator.run;

import java.util.Optional;

/** An alert joins an open run. Each keeps its own state; the run changes nothing more only once all of them have resolved. */
final class Alerts {
    static final String RESOLVED = "the alert has resolved at its source: verify, do not change";

    private Alerts() {}

    static Decision join(RunState.Open state, RunEvent.AlertJoined event) {
        DecisionBuilder story = new DecisionBuilder().tell(RunFact.AlertJoined.of(event));
        Optional<JoinedAlert> known = state.run().alerts().find(event.fingerprint());
        if (known.isEmpty()) {
            JoinedAlerts more = event.resolved()
                    ? state.run().alerts().minus(event.fingerprint())
                    : state.run().alerts().plus(JoinedAlert.of(event));
            return heard(state, more, event, story, "another alert");
        }
        JoinedAlert alert = known.get();
        if (!alert.newest().isOlderThan(event.occurrence())) {
            return story.to(state, "a late copy of an alert that is over");
        }
        JoinedAlerts all = state.run().alerts().replace(alert.with(event.occurrence()));
        return heard(state, all, event, story, why(state.run(), alert, event));
    }

    private static String why(Run run, JoinedAlert alert, RunEvent.AlertJoined event) {
        boolean own = run.alert() != null && run.alert().fingerprint().equals(event.fingerprint());
        if (!own) {
            return "another alert";
        }
        return alert.newest().resolved() == event.resolved() ? "another occurrence" : "the alert's status changed";
    }

    private static Decision heard(
            RunState.Open state, JoinedAlerts all, RunEvent.AlertJoined event, DecisionBuilder story, String why) {
        Run before = state.run();
        Run after = noted(before, before.edit().alerts(all).done(), event);
        RunState.Open noted = RunState.with(state, after);
        boolean last = after.alertResolved() && !before.alertResolved();
        return last && noted instanceof RunState.Acting acting
                ? Scheduling.advance(withoutChanges(acting), event.at(), story, "resolved: nothing more is changed")
                : story.to(noted, why);
    }

    /** What the planner is told of a change; of an alert that is new to it the next request tells. */
    private static Run noted(Run before, Run after, RunEvent.AlertJoined event) {
        boolean was = before.alerts()
                .find(event.fingerprint())
                .map(a -> a.newest().resolved())
                .orElse(false);
        if (was == event.resolved()) {
            return after;
        }
        boolean one = after.alerts().areOne();
        if (!event.resolved()) {
            return after.withBackground(one ? "The alert is firing again." : event.description() + " is firing again.");
        }
        if (after.alertResolved()) {
            return after.withBackground((one ? "The alert has" : "All alerts of the run have")
                    + " resolved at " + (one ? "its source" : "their sources")
                    + ": verify and finish, change nothing more.");
        }
        int firing = after.alerts().firing().size() + after.alerts().beyondDetail();
        return before.alerts().find(event.fingerprint()).isEmpty()
                ? after
                : after.withBackground(
                        event.description() + " has resolved at its source; still firing: " + firing + ".");
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
