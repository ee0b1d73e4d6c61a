package io.flyball.orchestrator.admission;

import io.flyball.orchestrator.run.AlertFacts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What reaches admission, one after the other; each says when. */
sealed interface Arrival {
    Instant at();

    /** An alert, firing or resolved. */
    record AlertRaised(
            String id,
            String tenant,
            String environment,
            AlertFacts facts,
            @Nullable String causedByRun,
            int causalDepth,
            Instant at)
            implements Arrival {}

    /** A person, a schedule or a run asks for a run. */
    record RunWanted(RunRequest wish, Instant at) implements Arrival {}

    /** A run has ended, also one that never opened. */
    record RunEnded(String runId, boolean resolved, Instant at) implements Arrival {}

    /** Something was deployed. */
    record Deployed(String tenant, String environment, Deployment release, Instant at) implements Arrival {}

    /** It is time to forget what nobody will ask for again. */
    record TimeToForget(Instant at) implements Arrival {}
}
