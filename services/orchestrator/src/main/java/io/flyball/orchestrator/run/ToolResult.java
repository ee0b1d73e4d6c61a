package io.flyball.orchestrator.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a tool call ended.
 *
 * @param started whether it ever ran; a call that never did has changed nothing
 * @param before what it changed, as it was; null where the tool cannot tell
 * @param after the same, as it is now
 * @param collateral what changed beyond its target
 * @param startedAt when it started by the executor's clock; null if it never did, and from an older version
 * @param governAgain whether it never began because its grant was worth nothing any more
 */
public record ToolResult(
        Status status,
        String output,
        long outputLength,
        @Nullable Integer exitCode,
        @Nullable String error,
        @Nullable ErrorClass errorClass,
        boolean started,
        Duration duration,
        @Nullable String before,
        @Nullable String after,
        List<String> collateral,
        @Nullable Instant startedAt,
        boolean governAgain) {

    /** One of a call that began, or that no grant would have helped. */
    public ToolResult(
            Status status,
            String output,
            long outputLength,
            @Nullable Integer exitCode,
            @Nullable String error,
            @Nullable ErrorClass errorClass,
            boolean started,
            Duration duration,
            @Nullable String before,
            @Nullable String after,
            List<String> collateral,
            @Nullable Instant startedAt) {
        this(
                status,
                output,
                outputLength,
                exitCode,
                error,
                errorClass,
                started,
                duration,
                before,
                after,
                collateral,
                startedAt,
                false);
    }

    public ToolResult {
        collateral = List.copyOf(collateral);
    }

    /** How it ended. */
    public enum Status {
        SUCCEEDED,
        FAILED,
        TIMED_OUT,
        REFUSED,
        STOPPED,
        CANCELLED,
        UNKNOWN,
        DRY_RUN
    }

    /** Nobody says how it ended. */
    static ToolResult unknown(String why) {
        return new ToolResult(
                Status.UNKNOWN,
                "",
                0,
                null,
                why,
                ErrorClass.EXTERNAL,
                true,
                Duration.ZERO,
                null,
                null,
                List.of(),
                null);
    }

    public @Nullable Instant finishedAt() {
        return startedAt == null ? null : startedAt.plus(duration);
    }

    /** Whether the world may be different now. */
    boolean mayHaveChanged() {
        return switch (status) {
            case SUCCEEDED, FAILED, TIMED_OUT, UNKNOWN -> true;
            case STOPPED, CANCELLED -> started;
            case REFUSED, DRY_RUN -> false;
        };
    }

    boolean succeeded() {
        return status == Status.SUCCEEDED || status == Status.DRY_RUN;
    }
}
