package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.RunEvent.ToolEnded;
import java.time.Duration;

/** A call that never began because its grant was worth nothing any more goes before the governor again. */
final class Regoverning {
    /** So often it may come back at once; after that something is wrong that another grant does not mend, such as a clock. */
    private static final int OFTEN = 5;

    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private Regoverning() {}

    static boolean worthwhile(RunState.Acting s, ActionState.Called called, ToolEnded event) {
        boolean atOnce = Duration.between(called.at(), event.at()).compareTo(AT_ONCE) < 0;
        return event.report().governAgain() && !PauseOrder.byHand(s.pause()) && !(atOnce && called.dispatch() >= OFTEN);
    }

    static Decision propose(RunState.Acting s, Action action, ActionState.Called called, DecisionBuilder story) {
        Action again = action.in(new ActionState.Proposed(called.dispatch()));
        return story.command(new RunCommand.Propose(s.run(), s.step(), again))
                .to(Acting.replace(s, again, s.run()), "its grant was worth nothing any more: it is governed again");
    }
}
