package io.flyball.orchestrator.admission;

import io.flyball.orchestrator.config.AdmissionProperties;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps agents from working on what they themselves brought about. */
final class Causes {
    private final AdmissionProperties set;

    Causes(AdmissionProperties set) {
        this.set = set;
    }

    /** How deep something is that says so of itself, and names the run that caused it. */
    static int depth(Knowledge known, @Nullable String causedByRun, int said) {
        return causedByRun == null
                ? said
                : known.run(causedByRun)
                        .map(cause -> Math.max(said, cause.causalDepth() + 1))
                        .orElse(Math.max(said, 1));
    }

    /** Why that agent must not open a run for it; empty if it may. A cause that is not known stands in nobody's way. */
    Optional<String> objection(Knowledge known, @Nullable String causedByRun, int depth, String agent) {
        if (depth > set.causalDepth()) {
            return Optional.of(depth + " runs caused one another, and " + set.causalDepth() + " may");
        }
        return causedByRun == null
                ? Optional.empty()
                : ofSameAgent(known, causedByRun, agent)
                        .map(run -> "run " + run.runId() + " of the same agent " + agent + " caused it");
    }

    /** The run of that agent among those that led to it. */
    private static Optional<KnownRun> ofSameAgent(Knowledge known, String causedByRun, String agent) {
        Set<String> seen = new HashSet<>();
        Optional<KnownRun> cause = known.run(causedByRun);
        while (cause.isPresent() && seen.add(cause.get().runId())) {
            if (cause.get().agent().equals(agent)) {
                return cause;
            }
            KnownRun now = cause.get();
            cause = known.run(now.causedByRun() == null ? now.parentRunId() : now.causedByRun());
        }
        return Optional.empty();
    }
}
