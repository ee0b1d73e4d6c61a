package io.flyball.console.readmodel;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.flyball.console.door.Json;
import io.flyball.contract.ApprovalDecision;
import io.flyball.contract.ApprovalRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What people are asked, whether it still wants an answer, and the answer. */
public record ApprovalView(
        @JsonUnwrapped Question question,
        State state,
        @Nullable Answer answer) {

    /** Where an approval stands. */
    public enum State {
        PENDING,
        /** Somebody answered and the governor has not confirmed it yet. */
        ANSWERED,
        APPROVED,
        DENIED,
        EXPIRED,
        /** Its run ended without an answer. */
        CLOSED
    }

    /** What the governor asks. */
    public record Question(
            String id,
            String runId,
            String actionId,
            String tenant,
            String agent,
            String principal,
            String environment,
            String goal,
            @Nullable String alert,
            String tool,
            JsonNode arguments,
            String command,
            @Nullable String target,
            String effect,
            String risk,
            String reasoning,
            String policyReason,
            List<String> affectedResources,
            @Nullable String blastRadius,
            @Nullable String rollback,
            @Nullable String dryRunOutput,
            CostView cost,
            long remainingMillis,
            String actionHash,
            Instant requestedAt,
            Instant expiresAt,
            int people,
            @Nullable String notBy) {

        static Question of(ApprovalRequest it) {
            return new Question(
                    it.getId(),
                    it.getRunId(),
                    it.getActionId(),
                    it.getTenant(),
                    it.getAgent(),
                    it.getPrincipal(),
                    it.getEnvironment(),
                    it.getGoal(),
                    it.getAlertName(),
                    it.getTool(),
                    Json.orText(it.getArgumentsJson()),
                    it.getCommand(),
                    it.getTarget(),
                    it.getEffect().name(),
                    it.getRisk().name(),
                    it.getReasoning(),
                    it.getPolicyReason(),
                    List.copyOf(it.getAffectedResources()),
                    it.getBlastRadius(),
                    it.getRollback(),
                    it.getDryRunOutput(),
                    CostView.ofMicros(it.getCostSoFarMicros()),
                    it.getRemainingMillis(),
                    it.getActionHash(),
                    it.getRequestedAt(),
                    it.getExpiresAt(),
                    it.getPeople(),
                    it.getNotBy());
        }
    }

    /** What somebody answered. */
    public record Answer(
            String answer,
            String by,
            @Nullable String channel,
            Instant at,
            @Nullable String reason) {

        static Answer of(ApprovalDecision it) {
            return new Answer(
                    it.getAnswer().name(), it.getDecidedBy(), it.getChannel(), it.getDecidedAt(), it.getReason());
        }
    }
}
