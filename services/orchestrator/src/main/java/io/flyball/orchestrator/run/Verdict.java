package io.flyball.orchestrator.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verdict, as it arrived.
 *
 * @param expiresAt when a held action counts as denied; null unless it is held
 * @param grant what the executor wants to see, handed on as it came; null unless the action is allowed, and from an older governor
 */
public record Verdict(
        String id,
        String actionId,
        Kind kind,
        String reason,
        String rule,
        String policyHash,
        Effect effect,
        boolean reversible,
        String risk,
        String actionHash,
        @Nullable String verificationHint,
        @Nullable String approvalId,
        @Nullable String approvedBy,
        @Nullable Instant expiresAt,
        @Nullable String grant) {

    /** One without a grant. */
    public Verdict(
            String id,
            String actionId,
            Kind kind,
            String reason,
            String rule,
            String policyHash,
            Effect effect,
            boolean reversible,
            String risk,
            String actionHash,
            @Nullable String verificationHint,
            @Nullable String approvalId,
            @Nullable String approvedBy,
            @Nullable Instant expiresAt) {
        this(
                id,
                actionId,
                kind,
                reason,
                rule,
                policyHash,
                effect,
                reversible,
                risk,
                actionHash,
                verificationHint,
                approvalId,
                approvedBy,
                expiresAt,
                null);
    }

    /** The same with that grant; null for who has no use for one. */
    public Verdict withGrant(@Nullable String other) {
        return new Verdict(
                id,
                actionId,
                kind,
                reason,
                rule,
                policyHash,
                effect,
                reversible,
                risk,
                actionHash,
                verificationHint,
                approvalId,
                approvedBy,
                expiresAt,
                other);
    }

    /** The governor's answer. */
    public enum Kind {
        ALLOW,
        ALLOW_AND_NOTIFY,
        HOLD_FOR_APPROVAL,
        DENY
    }
}
