package io.flyball.orchestrator.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every transition of a run. The same history always gives the same decisions. */
public final class RunMachine {
    private RunMachine() {}

    /**
     * What follows from the event.
     *
     * @param state where the run stands; null if it is not known (yet or any more)
     */
    public static Decision decide(@Nullable RunState state, RunEvent event) {
        return switch (state) {
            case null -> beforeOpening(event);
            case RunState.Ended s -> Watching.decide(s, event);
            case RunState.Open s when event instanceof RunEvent.EngineBack back -> Absence.over(s, back);
            case RunState.Open s when event instanceof RunEvent.NobodyThere gone -> Absence.deserted(s, gone);
            case RunState.Open s when event instanceof RunEvent.SomebodyBack back -> Absence.attended(s, back);
            case RunState.Open s -> whileOpen(counted(s, event), event);
        };
    }

    /** Time is counted before anything else is decided, so that every rule sees what is really left. */
    private static RunState.Open counted(RunState.Open state, RunEvent event) {
        return RunState.with(state, state.run().passed(event.at(), state.atWork()));
    }

    private static Decision beforeOpening(RunEvent event) {
        return switch (event) {
            case RunEvent.Opened e -> Planning.open(Run.opened(e.spec()), e.at(), new DecisionBuilder());
            case RunEvent.Queued e ->
                new DecisionBuilder()
                        .tell(new RunFact.RunQueued(e.spec(), e.reason(), e.position(), e.place()))
                        .to(new RunState.Queued(Run.opened(e.spec()), e.reason()), "it waits for its turn");
            case RunEvent.ListenerJoined e -> forgotten(e);
            case RunEvent.AlertJoined _,
                    RunEvent.Noted _,
                    RunEvent.CancelOrdered _,
                    RunEvent.EngineBack _,
                    RunEvent.NobodyThere _,
                    RunEvent.SomebodyBack _,
                    RunEvent.Within _ -> Decision.stay(null, "no such run");
        };
    }

    /** Whoever waits for a run that is not known (any more) would wait for ever. */
    private static Decision forgotten(RunEvent.ListenerJoined event) {
        var finding = Finding.without(
                event.listener().delegation(),
                "",
                event.runId(),
                Outcome.FAILED,
                "The run is not known any more; its result record, if there is one, says how it ended.");
        return new Decision(null, List.of(new RunCommand.Report(event.listener(), finding)), "no such run");
    }

    private static Decision whileOpen(RunState.Open state, RunEvent event) {
        return switch (event) {
            case RunEvent.Opened e -> opened(state, e);
            case RunEvent.Queued _ -> Decision.stay(state, "known already");
            case RunEvent.AlertJoined e -> Alerts.join(state, e);
            case RunEvent.Noted e -> noted(state, e);
            case RunEvent.ListenerJoined e -> listens(state, e);
            case RunEvent.CancelOrdered e -> Ending.cancelled(state, e);
            case RunEvent.EngineBack e -> Absence.over(state, e);
            case RunEvent.NobodyThere e -> Absence.deserted(state, e);
            case RunEvent.SomebodyBack e -> Absence.attended(state, e);
            case RunEvent.Within e -> within(state, e);
        };
    }

    private static Decision within(RunState.Open state, RunEvent.Within event) {
        if (event instanceof RunEvent.PlanArrived arrived && PlanAnswers.isAwaited(state, arrived)) {
            return PlanAnswers.arrived(state, arrived);
        }
        if (event instanceof RunEvent.ChildEnded late
                && !(state instanceof RunState.Delegating || state instanceof RunState.Closing)) {
            return Findings.late(state, late);
        }
        return switch (state) {
            case RunState.Queued s -> UnexpectedEvent.stay(s, event);
            case RunState.Planning s -> Planning.decide(s, event);
            case RunState.BackingOff s -> Planning.decide(s, event);
            case RunState.Acting s -> Acting.decide(s, event);
            case RunState.Delegating s -> Delegating.decide(s, event);
            case RunState.AwaitingAnswer s -> Asking.decide(s, event);
            case RunState.Paused s -> Pausing.decide(s, event);
            case RunState.Held s -> Holding.decide(s, event);
            case RunState.Closing s -> Closing.decide(s, event);
        };
    }

    /** What joined while it was queued stays; its own alert may have resolved meanwhile. */
    private static Decision opened(RunState.Open state, RunEvent.Opened event) {
        return state instanceof RunState.Queued queued
                ? Planning.open(queued.run().begun(event.spec()), event.at(), new DecisionBuilder())
                : Decision.stay(state, "run is open already");
    }

    private static Decision noted(RunState.Open state, RunEvent.Noted event) {
        return new Decision(
                RunState.with(state, state.run().withBackground(event.note())),
                List.of(),
                "something changed around it");
    }

    private static Decision listens(RunState.Open state, RunEvent.ListenerJoined event) {
        Run run = state.run().edit().listener(event.listener()).done();
        return new Decision(RunState.with(state, run), List.of(), "another run waits for its result");
    }
}
