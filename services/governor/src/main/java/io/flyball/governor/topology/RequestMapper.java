package io.flyball.governor.topology;

import io.flyball.contract.ApprovalRequest;
import io.flyball.contract.Effect;
import io.flyball.contract.Risk;
import io.flyball.governor.approval.ApprovalCommand.AskLonger;
import io.flyball.governor.approval.ApprovalCommand.AskPeople;
import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Proposal;
import io.flyball.governor.policy.RunContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requests for approval, from domain to contract. */
final class RequestMapper {
    private RequestMapper() {}

    static ApprovalRequest request(AskPeople ask) {
        return request(ask.proposal(), ask.judgement(), ask.at(), ask.expiresAt());
    }

    /** The same request with another end. */
    static ApprovalRequest request(AskLonger ask) {
        return request(ask.proposal(), ask.judgement(), ask.at(), ask.expiresAt());
    }

    private static ApprovalRequest request(Proposal proposal, Judgement judgement, Instant at, Instant expiresAt) {
        RunContext run = proposal.run();
        return ApprovalRequest.newBuilder()
                .setId(proposal.actionId())
                .setRunId(run.runId())
                .setActionId(proposal.actionId())
                .setTenant(run.tenant())
                .setPrincipal(run.principal())
                .setAgent(run.agent())
                .setEnvironment(Objects.requireNonNullElse(judgement.nature().environment(), run.environment()))
                .setGoal(run.goal())
                .setTool(proposal.tool())
                .setArgumentsJson(proposal.argumentsJson())
                .setCommand(judgement.nature().command())
                .setTarget(proposal.target())
                .setEffect(Effect.valueOf(judgement.nature().effect().name()))
                .setRisk(Risk.valueOf(judgement.nature().risk().name()))
                .setReasoning(proposal.reasoning())
                .setPolicyReason(policyReason(judgement))
                .setAffectedResources(resources(proposal, judgement))
                .setBlastRadius(blastRadius(judgement.nature().reach(), proposal.target()))
                .setRollback(proposal.rollback())
                .setCostSoFarMicros(run.costSoFarMicros())
                .setRemainingMillis(run.remainingMillis())
                .setActionHash(proposal.actionHash())
                .setAlertName(run.alertName())
                .setRequestedAt(at)
                .setExpiresAt(expiresAt)
                .setPeople(judgement.approvers().people())
                .setNotBy(judgement.approvers().another() ? run.principal() : null)
                .build();
    }

    private static String policyReason(Judgement judgement) {
        String reason = judgement.rule() + ": " + judgement.reason();
        return judgement.flags().isEmpty() ? reason : reason + " (" + String.join("; ", judgement.flags()) + ")";
    }

    private static List<String> resources(Proposal proposal, Judgement judgement) {
        return Stream.of(proposal.target(), judgement.nature().resource())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .distinct()
                .toList();
    }

    /** The inventory's word; where it has none, a target names one thing, for example {@code service:shop}. */
    private static @Nullable String blastRadius(@Nullable String reach, @Nullable String target) {
        if (reach != null) {
            return reach;
        }
        int colon = target == null ? -1 : target.indexOf(':');
        return target == null || colon <= 0
                ? null
                : "one " + target.substring(0, colon) + ": " + target.substring(colon + 1);
    }
}
