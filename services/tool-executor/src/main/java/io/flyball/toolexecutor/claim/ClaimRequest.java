package io.flyball.toolexecutor.claim;

import io.flyball.platform.stop.KillSwitch;
import java.time.Instant;
import java.util.Set;

/**
 * Who wants to start what.
 *
 * @param actionId the action; it is claimed for good
 * @param switches the kill switches that count: of its agent, its tool and its tenant
 * @param attempt this delivery of the call; asking twice with the same one is asking once
 * @param executor who asks
 * @param mayRepeat whether running it again does no harm, as with reads
 * @param requestedAt when the call was sent; a Redis that is younger cannot know whether it was begun
 */
public record ClaimRequest(
        String actionId,
        Set<KillSwitch> switches,
        String attempt,
        String executor,
        boolean mayRepeat,
        Instant requestedAt) {

    public ClaimRequest {
        switches = Set.copyOf(switches);
    }
}
