package io.flyball.planner.plan;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of an action of an earlier step.
 *
 * @param label the planner's own name for it; absent when it had none
 * @param arguments as JSON values
 * @param target what it touched; absent when nothing nameable
 * @param effect by the governor's verdict; absent when no verdict came
 * @param verdict the last one; absent when none came
 * @param verdictReason why the governor or the approver answered so; absent when no verdict came
 * @param status how the call ended; absent when it was never called
 * @param output filtered and shortened; empty when there is none
 * @param outputLength of the whole output, in characters
 * @param exitCode absent when there was no program
 * @param error what went wrong; absent on success
 * @param at when the call ended; absent when it has not, or nobody said
 */
public record PastAction(
        String actionId,
        @Nullable String label,
        String tool,
        Map<String, Object> arguments,
        @Nullable String target,
        @Nullable Effect effect,
        @Nullable Verdict verdict,
        @Nullable String verdictReason,
        @Nullable CallStatus status,
        String output,
        long outputLength,
        @Nullable Integer exitCode,
        @Nullable String error,
        @Nullable Instant at) {

    /** One of which nobody has said when it ended. */
    public PastAction(
            String actionId,
            @Nullable String label,
            String tool,
            Map<String, Object> arguments,
            @Nullable String target,
            @Nullable Effect effect,
            @Nullable Verdict verdict,
            @Nullable String verdictReason,
            @Nullable CallStatus status,
            String output,
            long outputLength,
            @Nullable Integer exitCode,
            @Nullable String error) {
        this(
                actionId,
                label,
                tool,
                arguments,
                target,
                effect,
                verdict,
                verdictReason,
                status,
                output,
                outputLength,
                exitCode,
                error,
                null);
    }

    /** Whether it changes something, or nobody has said that it does not. */
    public boolean changes() {
        return effect != Effect.READ;
    }

    /** Whether the tool was called and may have done something. */
    public boolean wasCalled() {
        return status != null && status != CallStatus.REFUSED && status != CallStatus.DRY_RUN;
    }

    /** Whether the tool ran to its end; a read that did not says nothing about what it was to look at. */
    public boolean tookPlace() {
        return status == CallStatus.SUCCEEDED || status == CallStatus.FAILED || status == CallStatus.TIMED_OUT;
    }
}
