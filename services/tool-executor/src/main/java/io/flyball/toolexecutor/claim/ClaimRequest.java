package io.flyball.toolexecutor.claim;

import java.time.Instant;

/**
 * Who wants to start what.
 *
 * @param actionId the action; it is claimed for good
 * @param agent whose kill switch counts
 * @param attempt this delivery of the call; asking twice with the same one is asking once
 * @param executor who asks
 * @param mayRepeat whether running it again does no harm, as with reads
 * @param requestedAt when the call was sent; a Redis that is younger cannot know whether it was begun
 */
public record ClaimRequest(
        String actionId, String agent, String attempt, String executor, boolean mayRepeat, Instant requestedAt) {}
