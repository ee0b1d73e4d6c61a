package io.flyball.orchestrator.admission;

import io.flyball.orchestrator.config.AdmissionProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a run cannot open yet. */
final class Caps {
    private static final Duration HOUR = Duration.ofHours(1);

    private final AdmissionProperties set;

    Caps(AdmissionProperties set) {
        this.set = set;
    }

    /**
     * What a run of that agent for that service must wait for.
     *
     * @return empty if it may open
     */
    Optional<String> obstacle(Knowledge known, String tenant, String agent, @Nullable String service, Instant at) {
        OpenRunCounts openings = known.openings();
        if (tripped(known, agent, at)) {
            return Optional.of("breaker: " + breaker(agent));
        }
        if (openings.inAll() >= set.openInAll()) {
            return Optional.of("all " + set.openInAll() + " places for open runs are taken");
        }
        if (openings.ofAgent(agent) >= set.openPerAgent()) {
            return Optional.of("the agent " + agent + " has " + set.openPerAgent() + " open runs, as many as it may");
        }
        if (openings.ofService(tenant, service) >= set.openPerService()) {
            return Optional.of(
                    "the service " + service + " has " + set.openPerService() + " open runs, as many as it may");
        }
        return Optional.empty();
    }

    /** Whether the agent has opened as many runs within the hour as it may. */
    boolean tripped(Knowledge known, String agent, Instant at) {
        return known.openings().openedSince(agent, set.runsPerHour(), at.minus(HOUR));
    }

    String breaker(String agent) {
        return "the agent " + agent + " has opened " + set.runsPerHour() + " runs within an hour, as many as it may";
    }
}
