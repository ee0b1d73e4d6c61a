package io.flyball.orchestrator.admission;

import io.flyball.orchestrator.run.Activity;
import io.flyball.orchestrator.run.AlertFacts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What reaches admission, one after the other; each says when. */
sealed interface Arrival {
    Instant at();

    /**
     * An alert, firing or resolved.
     *
     * @param environment the one that governs, once the alert has been placed; before that what the alert says
     * @param told the environment that the alert says
     * @param contradiction where the alert's word differs from the inventory's; absent when it does not
     */
    record AlertRaised(
            String id,
            String tenant,
            String environment,
            String told,
            @Nullable String contradiction,
            AlertFacts facts,
            @Nullable String causedByRun,
            int causalDepth,
            Instant at)
            implements Arrival {

        /** One that nobody has placed. */
        AlertRaised(
                String id,
                String tenant,
                String told,
                AlertFacts facts,
                @Nullable String causedByRun,
                int causalDepth,
                Instant at) {
            this(id, tenant, told, told, null, facts, causedByRun, causalDepth, at);
        }

        AlertRaised in(String governing, @Nullable String differs) {
            return new AlertRaised(id, tenant, governing, told, differs, facts, causedByRun, causalDepth, at);
        }
    }

    /** A person, a schedule or a run asks for a run. */
    record RunWanted(RunRequest wish, Instant at) implements Arrival {}

    /** A run has ended, also one that never opened. */
    record RunEnded(String runId, boolean resolved, boolean changed, Instant at) implements Arrival {}

    /** An open run begins to wait, or goes on. */
    record ActivityChanged(String runId, Activity activity, Instant at) implements Arrival {}

    /** Something was deployed. */
    record Deployed(String tenant, String environment, Deployment release, Instant at) implements Arrival {}

    /** It is time to forget what nobody will ask for again. */
    record TimeToForget(Instant at) implements Arrival {}
}
