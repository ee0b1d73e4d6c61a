package io.flyball.orchestrator.run;

import java.time.Instant;

/** Held by the emergency stop or a kill switch: nothing is planned, nothing is lost. */
final class Holding {
    private Holding() {}

    static Decision decide(RunState.Held s, RunEvent.Within event) {
        return switch (event) {
            case RunEvent.StopReleased e -> release(s, e.at());
            case RunEvent.PauseOrdered e -> Pausing.pause(s, e);
            case RunEvent.StopEngaged _ -> Decision.stay(s, "held already");
            case RunEvent.ResumeOrdered _ -> Decision.stay(s, "held by a stop: release that");
            case RunEvent.PlanArrived _ -> Decision.stay(s, "held: it will be planned again after the release");
            case RunEvent.TimePassed _ -> Decision.stay(s, "time does not count while held");
            case RunEvent.VerdictArrived _,
                    RunEvent.ToolStarted _,
                    RunEvent.LockAwaited _,
                    RunEvent.ToolEnded _,
                    RunEvent.ChildEnded _,
                    RunEvent.AnswerGiven _ -> UnexpectedEvent.stay(s, event);
        };
    }

    static Decision hold(Run run, String reason, int step, int attempt, DecisionBuilder story) {
        return story.tell(new RunFact.RunHeld(reason))
                .to(new RunState.Held(run, reason, step, attempt, null), "held, not failed");
    }

    private static Decision release(RunState.Held s, Instant at) {
        Run run = s.run().withBackground("A stop was on and has been released; what it prevented was not done.");
        DecisionBuilder story = new DecisionBuilder().tell(new RunFact.RunReleased("the stop was released"));
        return Planning.goOn(run, s.step(), s.attempt(), s.answer(), at, story, "released");
    }
}
