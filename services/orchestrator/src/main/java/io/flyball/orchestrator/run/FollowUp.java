package io.flyball.orchestrator.run;

import java.time.Instant;

/**
 * Another alert that joined the run while it was open.
 *
 * @param description its name and fingerprint, as the planner is told
 * @param told whether the planner has been told to look at it
 * @param readsAtTelling reads that had succeeded when it was told; more of them mean that somebody has looked
 */
public record FollowUp(String fingerprint, String description, boolean told, int readsAtTelling, Instant at) {

    FollowUp toldAt(int reads) {
        return new FollowUp(fingerprint, description, true, reads, at);
    }
}
