package io.flyball.orchestrator.admission;

import io.flyball.orchestrator.config.AdmissionProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Which cap keeps a run from opening. */
final class Caps {
    static final Duration HOUR = Duration.ofHours(1);

    /** What can be full. */
    enum Cap {
        HOUR,
        WAITING,
        ALL,
        AGENT,
        SERVICE
    }

    private final AdmissionProperties set;
    private final Set<String> changers;

    /**
     * Caps.
     *
     * @param changers agents that can change anything
     */
    Caps(AdmissionProperties set, Set<String> changers) {
        this.set = set;
        this.changers = changers;
    }

    /** The first cap that is reached for that run; empty if it may open. */
    Optional<Cap> reached(Knowledge known, KnownRun run, Instant at) {
        OpenRunCounts open = known.openings();
        if (heedsTheHour(run) && tripped(known, run.agent(), at)) {
            return Optional.of(Cap.HOUR);
        }
        if (open.waiting() >= set.waitingInAll()) {
            return Optional.of(Cap.WAITING);
        }
        if (open.inAll() >= set.openInAll()) {
            return Optional.of(Cap.ALL);
        }
        if (open.ofAgent(run.agent()) >= set.openPerAgent()) {
            return Optional.of(Cap.AGENT);
        }
        return open.ofService(run.tenant(), run.service()) >= set.openPerService()
                ? Optional.of(Cap.SERVICE)
                : Optional.empty();
    }

    /** The hour is against runaway change and feedback: an agent that only reads, set off by the world, does neither. */
    private boolean heedsTheHour(KnownRun run) {
        return run.causedByRun() != null || changers.contains(run.agent());
    }

    /** Whether as many runs of the agent as may have changed something, or were caused by runs, within the hour. */
    boolean tripped(Knowledge known, String agent, Instant at) {
        return letsGo(known, agent).filter(at::isBefore).isPresent();
    }

    /** When the hour of the agent's newest such runs is over; empty if there are not as many. */
    Optional<Instant> letsGo(Knowledge known, String agent) {
        return known.openings().countedAt(agent, set.runsPerHour()).map(time -> time.plus(HOUR));
    }
}
