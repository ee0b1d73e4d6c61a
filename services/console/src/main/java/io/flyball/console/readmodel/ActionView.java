package io.flyball.console.readmodel;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.flyball.console.door.Json;
import io.flyball.contract.ActionProposed;
import io.flyball.contract.ToolFinished;
import io.flyball.contract.VerdictGiven;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One action: what was proposed, what the governor said, what became of it. */
public record ActionView(
        @JsonUnwrapped Proposed proposed,
        @JsonUnwrapped Judged judged,
        @JsonUnwrapped Called called) {

    /** The proposal. */
    public record Proposed(
            String id,
            int step,
            @Nullable String label,
            String tool,
            JsonNode arguments,
            @Nullable String target,
            String reasoning,
            String actionHash) {}

    /** The newest verdict; all null before the first. */
    public record Judged(
            @Nullable String verdict,
            @Nullable String verdictReason,
            @Nullable String rule,
            @Nullable String effect,
            @Nullable String risk,
            @Nullable String approvalId,
            @Nullable String approvedBy,
            @Nullable Instant expiresAt) {
        static final Judged NOT_YET = new Judged(null, null, null, null, null, null, null, null);
    }

    /** Where it stands; the rest is null before it ended. */
    public record Called(
            String status,
            @Nullable String output,
            @Nullable Long outputLength,
            @Nullable Integer exitCode,
            @Nullable String error,
            @Nullable Long durationMillis) {

        static Called only(String status) {
            return new Called(status, null, null, null, null, null);
        }
    }

    static ActionView of(int step, ActionProposed action) {
        return new ActionView(
                new Proposed(
                        action.getActionId(),
                        step,
                        action.getLabel(),
                        action.getTool(),
                        Json.orText(action.getArgumentsJson()),
                        action.getTarget(),
                        action.getReasoning(),
                        action.getActionHash()),
                Judged.NOT_YET,
                Called.only("PROPOSED"));
    }

    String id() {
        return proposed.id();
    }

    ActionView judged(VerdictGiven verdict) {
        var given = new Judged(
                verdict.getVerdict().name(),
                verdict.getReason(),
                verdict.getRule(),
                verdict.getEffect().name(),
                verdict.getRisk().name(),
                verdict.getApprovalId(),
                verdict.getApprovedBy(),
                verdict.getExpiresAt());
        return new ActionView(proposed, given, Called.only(statusAfter(verdict)));
    }

    private static String statusAfter(VerdictGiven verdict) {
        return switch (verdict.getVerdict()) {
            case ALLOW, ALLOW_AND_NOTIFY -> "ALLOWED";
            case HOLD_FOR_APPROVAL -> "HELD";
            case DENY -> "DENIED";
        };
    }

    ActionView standing(String status) {
        return new ActionView(proposed, judged, Called.only(status));
    }

    ActionView finished(ToolFinished end) {
        return new ActionView(
                proposed,
                judged,
                new Called(
                        end.getStatus().name(),
                        end.getOutput(),
                        end.getOutputLength(),
                        end.getExitCode(),
                        end.getError(),
                        end.getDurationMillis()));
    }

    ActionView withoutOutput() {
        return new ActionView(
                proposed,
                judged,
                new Called(
                        called.status(),
                        null,
                        called.outputLength(),
                        called.exitCode(),
                        called.error(),
                        called.durationMillis()));
    }
}
