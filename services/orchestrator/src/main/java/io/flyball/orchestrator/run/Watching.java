package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.RunEvent.AlertJoined;
import java.time.Instant;
import java.util.List;

/** After the end: late records are told apart, and a run that resolved its alert is watched. */
final class Watching {
    private Watching() {}

    static Decision decide(RunState.Ended s, RunEvent event) {
        return switch (event) {
            case AlertJoined e -> joined(s, e);
            case RunEvent.ListenerJoined e -> answered(s, e);
            case RunEvent.TimePassed e
            when !e.at().isBefore(s.forgetAt()) ->
                new Decision(null, List.of(new RunCommand.Forget(s.runId())), "run is forgotten");
            case RunEvent.Opened _,
                    RunEvent.Queued _,
                    RunEvent.Noted _,
                    RunEvent.CancelOrdered _,
                    RunEvent.EngineBack _,
                    RunEvent.NobodyThere _,
                    RunEvent.SomebodyBack _,
                    RunEvent.Within _ -> Decision.stay(s, "run has ended");
        };
    }

    private static Decision joined(RunState.Ended s, AlertJoined event) {
        DecisionBuilder story = new DecisionBuilder().tell(RunFact.AlertJoined.of(event));
        RunState.Closed closed = s.closed();
        if (closed == null || s.returned() || !hasReturned(closed, event)) {
            return story.to(s, "alert joins the closed run's record");
        }
        story.tell(new RunFact.NotEffective(event.alertId(), event.fingerprint()))
                .command(new RunCommand.Retract(closed.run(), closed.conclusion()));
        return story.to(
                new RunState.Ended(s.runId(), s.outcome(), s.forgetAt(), closed, true),
                "the alert came back: the run was not effective");
    }

    /**
     * A late copy of what the run knew is no return: the alert must have begun anew, after its last beginning that the run knew. Both are
     * told by the same source, so no clock is compared with another.
     */
    private static boolean hasReturned(RunState.Closed closed, AlertJoined event) {
        Instant watchedUntil = closed.conclusion()
                .at()
                .plus(closed.run().spec().limits().patience().watch());
        return closed.conclusion().outcome() == Outcome.RESOLVED
                && !event.resolved()
                && event.at().isBefore(watchedUntil)
                && closed.run()
                        .alerts()
                        .find(event.fingerprint())
                        .filter(alert -> alert.newest().isBefore(event.occurrence()))
                        .isPresent();
    }

    /** Who asks for the result of a run that has just ended is told at once. */
    private static Decision answered(RunState.Ended s, RunEvent.ListenerJoined event) {
        RunState.Closed closed = s.closed();
        Finding finding = closed == null
                ? unwatched(s, event.listener())
                : Ending.finding(closed.run(), closed.conclusion(), event.listener());
        return new DecisionBuilder()
                .command(new RunCommand.Report(event.listener(), finding))
                .to(s, "the run that asks is told the result");
    }

    private static Finding unwatched(RunState.Ended s, Parent to) {
        return Finding.without(
                to.delegation(), "", s.runId(), s.outcome(), "It had just ended; its result record has the details.");
    }
}
