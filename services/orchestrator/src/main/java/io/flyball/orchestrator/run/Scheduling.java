package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.LimitCheck.Reached;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which allowed action may run now: reads side by side, changes one at a time and in order. */
final class Scheduling {
    private Scheduling() {}

    static Decision advance(RunState.Acting acting, Instant at, Story story, String why) {
        RunState.Acting s = acting;
        for (Action action : acting.actions()) {
            if (!(action.state() instanceof ActionState.Ready ready) || !mayStart(s, action)) {
                continue;
            }
            if (comesAfterFailure(s, action)) {
                s = Acting.replace(s, action.in(new ActionState.Skipped("an earlier change did not succeed")), s.run());
                continue;
            }
            Optional<Reached> reached = changeLimit(s.run(), action, ready);
            if (reached.isPresent()) {
                return Ending.limit(s, reached.get(), at, story);
            }
            s = call(s, action, ready, at, story);
        }
        return s.actions().stream().allMatch(a -> a.state().over()) ? stepIsOver(s, at, story) : story.to(s, why);
    }

    private static Optional<Reached> changeLimit(Run run, Action action, ActionState.Ready ready) {
        String target = action.proposal().target();
        return ready.allowed().effect().changes() && target != null
                ? LimitCheck.beforeChange(run, target)
                : Optional.empty();
    }

    /** An action waits for those before it, unless both are independent; a change waits for all that runs. */
    private static boolean mayStart(RunState.Acting s, Action action) {
        boolean alone = s.actions().stream().noneMatch(other -> other.state() instanceof ActionState.Called);
        return (alone || action.independent())
                && s.actions().stream()
                        .takeWhile(earlier -> !earlier.id().equals(action.id()))
                        .filter(earlier -> !earlier.state().over())
                        .allMatch(earlier -> earlier.independent() && action.independent());
    }

    private static boolean comesAfterFailure(RunState.Acting s, Action action) {
        return !action.independent()
                && s.actions().stream()
                        .takeWhile(earlier -> !earlier.id().equals(action.id()))
                        .anyMatch(Action::failedChange);
    }

    private static RunState.Acting call(
            RunState.Acting s, Action action, ActionState.Ready ready, Instant at, Story story) {
        Instant deadline = at.plus(s.run().remaining().activeTime());
        story.tell(new RunFact.ToolCalled(action.id()))
                .command(new RunCommand.CallTool(s.run(), s.step(), action, ready.allowed(), deadline));
        return Acting.replace(s, action.in(new ActionState.Called(ready.allowed(), at)), s.run());
    }

    private static Decision stepIsOver(RunState.Acting s, Instant at, Story story) {
        Turn turn = new Turn(s.step(), s.plan(), s.actions(), null);
        Optional<Obligation> beyondRepair = Verifying.beyondRepair(s.run());
        if (beyondRepair.isPresent()) {
            return Ending.escalated(s.run(), List.of(turn), unrepaired(beyondRepair.get()), at, story);
        }
        story.command(new RunCommand.KeepTurn(turn));
        return stopped(s)
                .map(reason -> Planning.hold(s.run(), reason, s.step() + 1, 1, story))
                .orElseGet(() -> Planning.nextStep(s.run(), at, story, "the step is over"));
    }

    /** Why the executor would not act, if a stop kept it from doing so. */
    private static Optional<String> stopped(RunState.Acting s) {
        return s.actions().stream()
                .map(Action::state)
                .filter(ActionState.Finished.class::isInstance)
                .map(state -> ((ActionState.Finished) state).report())
                .filter(report -> report.status() == ToolReport.Status.STOPPED)
                .map(report -> report.error() == null ? "a stop is on" : report.error())
                .findFirst();
    }

    private static HandOver unrepaired(Obligation owed) {
        return new HandOver(
                "verification of " + owed.target() + " failed " + owed.failures() + " times",
                "The newest change of it was " + owed.actionId() + ".",
                List.of("Look at " + owed.target() + " yourself.", "Undo the change if it made things worse."));
    }
}
