package io.flyball.governor.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's answer, as it arrived.
 *
 * @param id of the answer itself, so that a repeat is recognised
 * @param approvalId the approval that it is for
 * @param actionHash hash of the action that the person saw
 * @param by who answered
 * @param channel console, cli, slack or api
 * @param reason why; absent when none was given
 * @param givenAt when the person answered, by the channel's clock
 */
public record Answer(
        String id,
        String approvalId,
        String runId,
        String tenant,
        Kind kind,
        String actionHash,
        String by,
        String channel,
        @Nullable String reason,
        Instant givenAt) {

    /** What the person said. */
    public enum Kind {
        APPROVE,
        APPROVE_EDITED,
        APPROVE_FOR_RUN,
        DENY
    }

    boolean hasReason() {
        return reason != null && !reason.isBlank();
    }

    /** For reasons and messages, for example {@code ann on cli}. */
    public String who() {
        return by + " on " + channel;
    }
}
