package io.flyball.orchestrator.run;

/** Why an event changes nothing where the run stands. */
final class UnexpectedEvent {
    private UnexpectedEvent() {}

    static Decision stay(RunState state, RunEvent.Within event) {
        return Decision.stay(state, why(event));
    }

    private static String why(RunEvent.Within event) {
        return switch (event) {
            case RunEvent.PlanArrived _ -> "not the plan request in flight";
            case RunEvent.VerdictArrived _, RunEvent.ToolStarted _, RunEvent.LockAwaited _, RunEvent.ToolEnded _ ->
                "no action in flight";
            case RunEvent.ChildEnded _ -> "no specialist is awaited";
            case RunEvent.PauseOrdered _ -> "there is nothing to pause: cancel it instead";
            case RunEvent.ResumeOrdered _ -> "not paused";
            case RunEvent.AnswerGiven _ -> "nothing was asked";
            case RunEvent.StopEngaged _ -> "nothing acts here";
            case RunEvent.StopReleased _ -> "not held";
            case RunEvent.TimePassed _ -> "nothing is due";
        };
    }
}
