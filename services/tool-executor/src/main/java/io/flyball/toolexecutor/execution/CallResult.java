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
 * @param fence token of the lock under which it ran; absent when it took none
 * @param collateral what changed besides what the call had declared
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
        Instant finishedAt,
        @Nullable Long fence,
        List<String> collateral) {

    CallResult {
        // Those of before there were locks say nothing about it.
        collateral = collateral == null ? List.of() : List.copyOf(collateral);
    }

    enum Status {
        SUCCEEDED,
        FAILED,
        TIMED_OUT,
        REFUSED,
        /** Likewise refused, but the governor may allow it again. */
        GRANT_GONE,
        STOPPED,
        CANCELLED,
        UNKNOWN,
        DRY_RUN
    }

    /** The same, under that lock. */
    CallResult under(@Nullable Long token) {
        return new CallResult(
                status,
                output,
                outputLength,
                exitCode,
                error,
                failure,
                secrets,
                before,
                after,
                executor,
                startedAt,
                finishedAt,
                token,
                collateral);
    }

    /** The same, but nobody can be sure any more that it was alone. */
    CallResult notAlone(String why) {
        return new CallResult(
                Status.FAILED,
                output,
                outputLength,
                exitCode,
                error == null ? why : error + "; " + why,
                Failure.EXTERNAL,
                secrets,
                before,
                after,
                executor,
                startedAt,
                finishedAt,
                fence,
                collateral);
    }

    /** How long it ran; nothing if it never started. */
    Duration duration() {
        return startedAt == null ? Duration.ZERO : Duration.between(startedAt, finishedAt);
    }
}
