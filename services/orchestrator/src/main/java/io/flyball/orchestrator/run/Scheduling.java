package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.LimitCheck.Reached;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which allowed action may run now: reads side by side, changes one at a time and in order. */
final class Scheduling {
    private Scheduling() {}

    static Decision advance(RunState.Acting acting, Instant at, DecisionBuilder story, String why) {
        RunState.Acting s = acting;
        for (Action action : acting.halted() ? List.<Action>of() : acting.actions()) {
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
            RunState.Acting s, Action action, ActionState.Ready ready, Instant at, DecisionBuilder story) {
        return dispatch(s, action, ready.allowed(), ready.sent() + 1, at, story);
    }

    private static RunState.Acting dispatch(
            RunState.Acting s, Action action, Verdict allowed, int dispatch, Instant at, DecisionBuilder story) {
        Instant deadline = at.plus(s.run().remaining().activeTime());
        story.tell(new RunFact.ToolCalled(action.id(), dispatch))
                .command(new RunCommand.CallTool(s.run(), s.step(), action, allowed, dispatch, deadline));
        return Acting.replace(s, action.in(new ActionState.Called(allowed, at, dispatch)), s.run());
    }

    /** Calls again what failed for a passing reason and whose time has come. */
    static Decision retry(RunState.Acting acting, Instant at) {
        RunState.Acting s = acting;
        DecisionBuilder story = new DecisionBuilder();
        boolean due = false;
        for (Action action : acting.halted() ? List.<Action>of() : acting.actions()) {
            if (action.state() instanceof ActionState.Retrying again && !at.isBefore(again.until())) {
                due = true;
                s = dispatch(s, action, again.allowed(), again.dispatch(), at, story);
            }
        }
        return due ? story.to(s, "tried again") : Decision.stay(acting, "nothing is due");
    }

    private static Decision stepIsOver(RunState.Acting s, Instant at, DecisionBuilder story) {
        Step turn = new Step(s.step(), s.plan(), s.actions(), null);
        Run looked = Evidence.readPhases(s.run(), s.actions(), story);
        Optional<HandOver> giveUp =
                Verifying.beyondRepair(s.run()).map(Scheduling::unrepaired).or(() -> Faults.handOver(s.actions()));
        if (giveUp.isPresent()) {
            return Ending.handOver(looked, s.step(), List.of(turn), giveUp.get(), at, story);
        }
        story.command(new RunCommand.KeepStep(turn));
        Run run = Faults.hints(looked, s.actions());
        if (s.pause() != null) {
            return story.to(
                    new RunState.Paused(run, s.pause(), s.step() + 1, 1, null, null, null),
                    "paused by " + s.pause().by());
        }
        return Optional.ofNullable(s.held())
                .or(() -> stopped(s))
                .map(reason -> Holding.hold(run, reason, s.step() + 1, 1, story))
                .orElseGet(() -> Planning.nextStep(run, at, story, "the step is over"));
    }

    /** Why the executor would not act, if a stop kept it from doing so. */
    private static Optional<String> stopped(RunState.Acting s) {
        return s.actions().stream()
                .map(Action::state)
                .filter(ActionState.Finished.class::isInstance)
                .map(state -> ((ActionState.Finished) state).report())
                .filter(report -> report.status() == ToolResult.Status.STOPPED)
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
