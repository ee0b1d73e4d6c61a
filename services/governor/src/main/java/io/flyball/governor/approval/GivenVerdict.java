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
        Instant decidedAt) {

    /** The governor's answer. */
    public enum Kind {
        ALLOW,
        ALLOW_AND_NOTIFY,
        HOLD_FOR_APPROVAL,
        DENY;

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
                at);
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
                decidedAt);
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
                decidedAt);
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
                decidedAt);
    }
}
