package io.flyball.governor.approval;

import io.flyball.governor.approval.ApprovalCommand.AskPeople;
import io.flyball.governor.approval.ApprovalCommand.GiveVerdict;
import io.flyball.governor.approval.ApprovalCommand.RefuseAnswer;
import io.flyball.governor.approval.ApprovalCommand.TellPeople;
import io.flyball.governor.approval.ApprovalEvent.ActionProposed;
import io.flyball.governor.approval.ApprovalEvent.AnswerGiven;
import io.flyball.governor.approval.ApprovalEvent.StopLifted;
import io.flyball.governor.approval.ApprovalEvent.TimePassed;
import io.flyball.governor.approval.ApprovalState.Answered;
import io.flyball.governor.approval.ApprovalState.AwaitingApproval;
import io.flyball.governor.approval.ApprovalState.HeldByStop;
import io.flyball.governor.approval.ApprovalState.NotProposed;
import io.flyball.governor.approval.GivenVerdict.Kind;
import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Proposal;
import io.flyball.governor.policy.Sorting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives an action its first verdict, at its proposal or after the release of a stop. */
final class Governing {
    private final ApprovalRules rules;

    Governing(ApprovalRules rules) {
        this.rules = rules;
    }

    Decision decide(NotProposed s, ApprovalEvent event) {
        return switch (event) {
            case ActionProposed e -> govern(e.proposal(), e.judgement(), e.stop(), e.grant(), e.at());
            case AnswerGiven e ->
                Decision.to(
                        s, "no such approval", new RefuseAnswer(e.answer(), "no approval of that id is open", e.at()));
            case TimePassed _, StopLifted _ -> Decision.stay(s, "nothing is proposed");
        };
    }

    Decision govern(Proposal proposal, Judgement judgement, StopSight stop, Optional<Grant> grant, Instant at) {
        return switch (judgement.sorting()) {
            case FORBID ->
                settle(List.of(), verdict(proposal, List.of(), Kind.DENY, judgement, at), null, at, "forbidden");
            case REQUIRE_APPROVAL ->
                grant.filter(_ -> judgement.coverable())
                        .map(given -> approvedForRun(proposal, judgement, stop, given, at))
                        .orElseGet(() -> ask(proposal, judgement, at));
            case AUTO_APPROVE, NOTIFY -> letThrough(proposal, judgement, stop, at);
        };
    }

    private Decision letThrough(Proposal proposal, Judgement judgement, StopSight stop, Instant at) {
        if (!stop.mayAct()) {
            return heldByStop(proposal, List.of(), null, stop, at);
        }
        if (judgement.sorting() == Sorting.NOTIFY) {
            GivenVerdict verdict = verdict(proposal, List.of(), Kind.ALLOW_AND_NOTIFY, judgement, at);
            return settle(List.of(), verdict, null, at, "allowed, and told", new TellPeople(proposal, judgement, at));
        }
        return settle(List.of(), verdict(proposal, List.of(), Kind.ALLOW, judgement, at), null, at, "allowed");
    }

    private Decision approvedForRun(Proposal proposal, Judgement judgement, StopSight stop, Grant grant, Instant at) {
        if (!stop.mayAct()) {
            return heldByStop(proposal, List.of(), null, stop, at);
        }
        GivenVerdict verdict = verdict(proposal, List.of(), Kind.ALLOW, judgement, at)
                .because("approved-for-run", "approved for this run by " + grant.by())
                .approval(grant.approvalId(), grant.by());
        return settle(List.of(), verdict, null, at, "approved for the run before");
    }

    private Decision ask(Proposal proposal, Judgement judgement, Instant at) {
        Instant deadline = at.plus(rules.timeout());
        GivenVerdict held = verdict(proposal, List.of(), Kind.HOLD_FOR_APPROVAL, judgement, at)
                .approval(proposal.actionId(), null)
                .until(deadline);
        var next = new AwaitingApproval(
                proposal, judgement, held, deadline, at.plus(rules.timeout().dividedBy(2)));
        return Decision.to(
                next, "people are asked", new GiveVerdict(held), new AskPeople(proposal, judgement, at, deadline));
    }

    /** Keeps what would be allowed until the stop is off. */
    Decision heldByStop(
            Proposal proposal, List<GivenVerdict> given, @Nullable Answer approval, StopSight stop, Instant at) {
        return Decision.to(new HeldByStop(proposal, given, approval, at), "held: " + stop.why());
    }

    /** Gives the last verdict, and says nothing more about the action from then on. */
    Decision settle(
            List<GivenVerdict> before,
            GivenVerdict last,
            @Nullable Answer settledBy,
            Instant at,
            String why,
            ApprovalCommand... more) {
        List<GivenVerdict> given = new ArrayList<>(before);
        given.add(last);
        List<ApprovalCommand> commands = new ArrayList<>(List.of(new GiveVerdict(last)));
        commands.addAll(List.of(more));
        return new Decision(new Answered(given, settledBy, at.plus(rules.keepAnswered())), commands, why);
    }

    /** The next verdict about that action, as policy alone would give it. */
    static GivenVerdict verdict(
            Proposal proposal, List<GivenVerdict> before, Kind kind, Judgement judgement, Instant at) {
        return GivenVerdict.byPolicy(GovernedAction.of(proposal), before.size() + 1, kind, judgement, at);
    }

    ApprovalRules rules() {
        return rules;
    }
}
