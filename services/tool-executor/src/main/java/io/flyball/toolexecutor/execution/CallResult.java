package io.flyball.toolexecutor.execution;

import io.flyball.toolexecutor.tools.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended; nothing in it is unfiltered.
 *
 * @param output what is shown of the output
 * @param outputLength characters of the whole output
 * @param error what went wrong and what to do; absent on success
 * @param failure what kind of failure; absent on success
 * @param secrets kinds of the secrets that were replaced
 * @param before state of the target before, where the tool knows
 * @param after likewise, after
 * @param executor who did it
 * @param startedAt absent when it never started
 */
record CallResult(
        Status status,
        String output,
        long outputLength,
        @Nullable Integer exitCode,
        @Nullable String error,
        @Nullable Failure failure,
        List<String> secrets,
        @Nullable String before,
        @Nullable String after,
        String executor,
        @Nullable Instant startedAt,
        Instant finishedAt) {

    enum Status {
        SUCCEEDED,
        FAILED,
        TIMED_OUT,
        REFUSED,
        STOPPED,
        CANCELLED,
        UNKNOWN,
        DRY_RUN
    }

    /** How long it ran; nothing if it never started. */
    Duration duration() {
        return startedAt == null ? Duration.ZERO : Duration.between(startedAt, finishedAt);
    }
}
