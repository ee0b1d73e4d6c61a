package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.RunEvent.AlertJoined;
import io.flyball.orchestrator.run.RunEvent.CancelOrdered;
import io.flyball.orchestrator.run.RunEvent.Opened;
import io.flyball.orchestrator.run.RunEvent.PlanArrived;
import io.flyball.orchestrator.run.RunEvent.StopEngaged;
import io.flyball.orchestrator.run.RunEvent.StopReleased;
import io.flyball.orchestrator.run.RunEvent.TimePassed;
import io.flyball.orchestrator.run.RunEvent.ToolEnded;
import io.flyball.orchestrator.run.RunEvent.ToolStarted;
import io.flyball.orchestrator.run.RunEvent.VerdictArrived;
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
            case RunState.Ended s -> afterTheEnd(s, event);
            case RunState.Open s -> whileOpen(counted(s, event), event);
        };
    }

    /** Time is counted before anything else is decided, so that every rule sees what is really left. */
    private static RunState.Open counted(RunState.Open state, RunEvent event) {
        return RunState.with(state, state.run().passed(event.at(), state.atWork()));
    }

    private static Decision beforeOpening(RunEvent event) {
        return event instanceof Opened opened
                ? Planning.open(opened.spec(), opened.at())
                : Decision.stay(null, "no such run");
    }

    private static Decision afterTheEnd(RunState.Ended s, RunEvent event) {
        return switch (event) {
            case AlertJoined e ->
                new Story()
                        .tell(new RunFact.AlertJoined(e.alertId(), e.fingerprint(), e.resolved()))
                        .to(s, "alert joins the closed run's record");
            case TimePassed e
            when !e.at().isBefore(s.forgetAt()) ->
                new Decision(null, java.util.List.of(new RunCommand.Forget(s.runId())), "run is forgotten");
            case TimePassed _,
                    Opened _,
                    PlanArrived _,
                    VerdictArrived _,
                    ToolStarted _,
                    ToolEnded _,
                    CancelOrdered _,
                    StopEngaged _,
                    StopReleased _ -> Decision.stay(s, "run has ended");
        };
    }

    private static Decision whileOpen(RunState.Open state, RunEvent event) {
        return switch (event) {
            case Opened _ -> Decision.stay(state, "run is open already");
            case AlertJoined e -> Alerts.join(state, e);
            case CancelOrdered e -> Ending.cancelled(state, e);
            case PlanArrived _,
                    VerdictArrived _,
                    ToolStarted _,
                    ToolEnded _,
                    StopEngaged _,
                    StopReleased _,
                    TimePassed _ -> byState(state, event);
        };
    }

    private static Decision byState(RunState.Open state, RunEvent event) {
        return switch (state) {
            case RunState.Planning s -> Planning.decide(s, event);
            case RunState.BackingOff s -> Planning.decide(s, event);
            case RunState.Acting s -> Acting.decide(s, event);
            case RunState.Held s -> Planning.decide(s, event);
        };
    }
}
