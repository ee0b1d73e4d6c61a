package io.flyball.notifier.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A held action that asks for an answer.
 *
 * @param command the exact action as a person would type it
 * @param effect what the action does to the world
 * @param risk LOW, MEDIUM, HIGH or CRITICAL
 */
public record ApprovalAsked(
        String id,
        String runId,
        String tenant,
        String agent,
        String environment,
        String goal,
        String tool,
        String command,
        @Nullable String target,
        String effect,
        String risk,
        String reasoning,
        String policyReason,
        @Nullable String blastRadius,
        @Nullable String rollback,
        @Nullable String dryRunOutput,
        long costSoFarMicros,
        Instant requestedAt,
        Instant expiresAt) {}
