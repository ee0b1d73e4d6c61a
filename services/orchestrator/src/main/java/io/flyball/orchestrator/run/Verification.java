package io.flyball.orchestrator.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A changed target was seen to work after its last change.
 *
 * @param actionId the read that showed it
 * @param expected what it had to show; null if a planner of an older version did not say
 * @param startedAt when it started by the executor's clock; null from an older version
 */
public record Verification(
        String target,
        String actionId,
        @Nullable String expected,
        @Nullable Instant startedAt) {}
