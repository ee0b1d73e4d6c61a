package io.flyball.governor.approval;

import io.flyball.catalogue.ToolEffect;
import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Risk;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verdict that was given. It is kept as it was, so that a proposal that comes again hears the same.
 *
 * @param number 1 for the first verdict about an action, 2 for the one after it was held
 * @param verificationHint how to verify the change; absent when the catalogue does not say
 * @param approvalId the approval that was asked or given; absent when none was needed
 * @param approvedBy who approved; absent when nobody had to
 * @param expiresAt when it counts as denied; absent unless held
 * @param terms of its grant; absent unless it allows the action, and in what an older governor kept
 */
public record GivenVerdict(
        GovernedAction action,
        int number,
        Kind kind,
        String reason,
        String rule,
        String policyHash,
        String profile,
        ToolEffect effect,
        boolean reversible,
        Risk risk,
        @Nullable String verificationHint,
        @Nullable String approvalId,
        @Nullable String approvedBy,
        @Nullable Instant expiresAt,
        List<String> flags,
        Instant decidedAt,
        @Nullable GrantTerms terms) {

    /** The governor's answer. */
    public enum Kind {
        ALLOW,
        ALLOW_AND_NOTIFY,
        HOLD_FOR_APPROVAL,
        DENY;

        /** Whether the action may start. */
        public boolean allows() {
            return this == ALLOW || this == ALLOW_AND_NOTIFY;
        }

        /** Whether nothing may follow. */
        public boolean isFinal() {
            return this != HOLD_FOR_APPROVAL;
        }
    }

    public GivenVerdict {
        flags = List.copyOf(flags);
    }

    /** The first verdict, by policy alone. */
    static GivenVerdict byPolicy(GovernedAction action, int number, Kind kind, Judgement by, Instant at) {
        return new GivenVerdict(
                action,
                number,
                kind,
                by.reason(),
                by.rule(),
                by.policyHash(),
                by.profile(),
                by.nature().effect(),
                by.nature().reversible(),
                by.nature().risk(),
                by.nature().verificationHint(),
                null,
                null,
                null,
                by.flags(),
                at,
                null);
    }

    GivenVerdict because(String otherRule, String otherReason) {
        return new GivenVerdict(
                action,
                number,
                kind,
                otherReason,
                otherRule,
                policyHash,
                profile,
                effect,
                reversible,
                risk,
                verificationHint,
                approvalId,
                approvedBy,
                expiresAt,
                flags,
                decidedAt,
                terms);
    }

    GivenVerdict approval(String id, @Nullable String by) {
        return new GivenVerdict(
                action,
                number,
                kind,
                reason,
                rule,
                policyHash,
                profile,
                effect,
                reversible,
                risk,
                verificationHint,
                id,
                by,
                expiresAt,
                flags,
                decidedAt,
                terms);
    }

    GivenVerdict until(Instant deadline) {
        return new GivenVerdict(
                action,
                number,
                kind,
                reason,
                rule,
                policyHash,
                profile,
                effect,
                reversible,
                risk,
                verificationHint,
                approvalId,
                approvedBy,
                deadline,
                flags,
                decidedAt,
                terms);
    }

    GivenVerdict granted(GrantTerms granted) {
        return new GivenVerdict(
                action,
                number,
                kind,
                reason,
                rule,
                policyHash,
                profile,
                effect,
                reversible,
                risk,
                verificationHint,
                approvalId,
                approvedBy,
                expiresAt,
                flags,
                decidedAt,
                granted);
    }
}
