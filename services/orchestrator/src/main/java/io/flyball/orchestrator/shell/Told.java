package io.flyball.orchestrator.shell;

import io.flyball.orchestrator.run.RunFact;
import io.flyball.orchestrator.run.RunState;
import java.util.Objects;

/**
 * How far a run's history is told.
 *
 * @param sequence number of the newest run event; 0 before the first
 * @param step the newest run event's step; 0 before the first
 */
record Told(long sequence, int step) {
    static final Told NOTHING = new Told(0, 0);

    /** What older versions kept says no step; an open run knows it. */
    static Told of(StoredRun run) {
        return new Told(
                run.sequence(),
                run.state() instanceof RunState.Open open
                        ? open.run().tally().steps()
                        : Objects.requireNonNullElse(run.step(), 0));
    }

    /** One more: a step begins with the request for its plan, and whatever is told before that is about the one before. */
    Told and(RunFact fact, RunState after) {
        boolean begins = fact instanceof RunFact.PlanRequested && after instanceof RunState.Open;
        return new Told(
                sequence + 1, begins ? ((RunState.Open) after).run().tally().steps() : step);
    }
}
