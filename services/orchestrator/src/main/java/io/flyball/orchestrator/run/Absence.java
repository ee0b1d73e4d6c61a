package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.RunEvent.EngineBack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Time in which the engine was not there, or which a clock that was set made up, is nobody's working time: it is not counted, and what the
 * run waits for gets as much time as it had left. The same holds while nobody is there who could answer it. What people are waited for
 * keeps its date, because they were there.
 */
final class Absence {
    private Absence() {}

    static Decision over(RunState.Open state, EngineBack event) {
        Instant counted = state.run().tally().countedTo();
        if (counted.equals(event.at())) {
            return Decision.stay(state, "its time is counted from now on already");
        }
        Instant left = event.since() == null || event.since().isBefore(counted) ? counted : event.since();
        Run run = state.run().passed(left, state.atWork());
        Run back = run.with(run.tally().countedFrom(event.at()));
        RunState.Open later = later(RunState.with(state, back), Duration.between(left, event.at()));
        return new Decision(later, List.of(), "the engine was away from " + left);
    }

    /** People are told why it does not move; its time stands still. */
    static Decision deserted(RunState.Open state, RunEvent.NobodyThere event) {
        if (!state.waitsFor().contains(event.who())) {
            return Decision.stay(
                    state, "it does not wait for the " + event.who().word());
        }
        String why = "no " + event.who().word() + " is there since " + event.since();
        return new DecisionBuilder()
                .tell(new RunFact.RunHeld(why + "; its time stands still"))
                .to(uncounted(state, event.since(), event.at()), why);
    }

    /** Its time goes on. It may have been answered and wait for somebody else by now, so it is told in any case. */
    static Decision attended(RunState.Open state, RunEvent.SomebodyBack event) {
        String why = "a " + event.who().word() + " is there again";
        RunState.Open back = state.waitsFor().contains(event.who())
                ? uncounted(state, event.since(), event.at())
                : RunState.with(state, state.run().passed(event.at(), state.atWork()));
        return new DecisionBuilder().tell(new RunFact.RunReleased(why)).to(back, why);
    }

    private static RunState.Open uncounted(RunState.Open state, Instant since, Instant at) {
        return over(state, new EngineBack(since, at)).next() instanceof RunState.Open later ? later : state;
    }

    private static RunState.Open later(RunState.Open state, Duration by) {
        return switch (state) {
            case RunState.Planning s ->
                new RunState.Planning(
                        s.run(),
                        s.step(),
                        s.attempt(),
                        s.requestId(),
                        s.deadline().plus(by));
            case RunState.BackingOff s ->
                new RunState.BackingOff(
                        s.run(), s.step(), s.attempt(), s.until().plus(by));
            case RunState.Acting s -> acting(s, by);
            case RunState.Delegating s -> delegating(s, by);
            case RunState.Closing s ->
                s.until(s.deadline().plus(by)).cancellingAt(s.nextCancel().plus(by));
            case RunState.Queued _, RunState.AwaitingAnswer _, RunState.Paused _, RunState.Held _ -> state;
        };
    }

    private static RunState.Acting acting(RunState.Acting s, Duration by) {
        List<Action> actions = s.actions().stream()
                .map(action -> action.state() instanceof ActionState.Retrying again
                        ? action.in(new ActionState.Retrying(
                                again.allowed(), again.until().plus(by), again.dispatch()))
                        : action)
                .toList();
        return new RunState.Acting(s.run(), s.step(), s.plan(), actions, s.pause(), s.held());
    }

    private static RunState.Delegating delegating(RunState.Delegating s, Duration by) {
        List<DelegatedStep> tasks = s.tasks().stream()
                .map(task -> task.state() instanceof DelegatedStep.State.Running running
                        ? task.in(
                                new DelegatedStep.State.Running(running.since().plus(by)))
                        : task)
                .toList();
        return new RunState.Delegating(
                s.run(),
                s.step(),
                s.plan(),
                tasks,
                s.startedAt().plus(by),
                s.nextReport().plus(by),
                s.pause(),
                s.workedTo().plus(by));
    }
}
