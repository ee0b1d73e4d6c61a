package io.flyball.governor.approval;

import io.flyball.governor.approval.ApprovalCommand.AskLonger;
import io.flyball.governor.approval.ApprovalCommand.RecordAnswer;
import io.flyball.governor.approval.ApprovalCommand.RecordTimeout;
import io.flyball.governor.approval.ApprovalCommand.RefuseAnswer;
import io.flyball.governor.approval.ApprovalCommand.RemindPeople;
import io.flyball.governor.approval.ApprovalEvent.ActionProposed;
import io.flyball.governor.approval.ApprovalEvent.AnswerGiven;
import io.flyball.governor.approval.ApprovalEvent.GovernorBack;
import io.flyball.governor.approval.ApprovalEvent.StopLifted;
import io.flyball.governor.approval.ApprovalEvent.TimePassed;
import io.flyball.governor.approval.ApprovalState.AwaitingApproval;
import io.flyball.governor.approval.GivenVerdict.Kind;
import io.flyball.governor.policy.Approvers;
import io.flyball.governor.policy.Judgement;
import io.flyball.schemas.grant.StopEpoch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Until somebody answers or the time is up. */
final class Awaiting {
    /** A denial starts nothing, so no stop was looked at. */
    private static final StopSight NOBODY_ASKED = new StopSight(false, "the stop was not looked at", StopEpoch.NONE);

    private final Governing governing;
    private final Approving approving;

    Awaiting(Governing governing) {
        this.governing = governing;
        this.approving = new Approving(governing);
    }

    Decision decide(AwaitingApproval s, ApprovalEvent event) {
        return switch (event) {
            case ActionProposed e -> Repeating.proposal(s, e.proposal(), List.of(s.held()));
            case AnswerGiven e when s.isOverdueAt(e.at()) -> tooLate(s, e);
            case AnswerGiven e -> invalid(s, e).map(why -> refuse(s, e, why)).orElseGet(() -> answered(s, e));
            case TimePassed e when s.isOverdueAt(e.at()) -> timeOut(s, e.at());
            case TimePassed e when s.isReminderDueAt(e.at()) -> remind(s, e.at());
            case TimePassed _ -> Decision.stay(s, "neither reminder nor deadline is due");
            case GovernorBack e -> back(s, e);
            case StopLifted _ -> Decision.stay(s, "people are asked, stop or not");
        };
    }

    private static Optional<String> invalid(AwaitingApproval s, AnswerGiven event) {
        Answer answer = event.answer();
        if (!answer.runId().equals(s.proposal().run().runId())) {
            return Optional.of("the answer names another run");
        }
        if (!answer.actionHash().equals(s.proposal().actionHash())) {
            return Optional.of("the answer is for another action: its hash is not the one of the action that is held");
        }
        return switch (answer.kind()) {
            case APPROVE_EDITED ->
                Optional.of(
                        "approving with edited arguments is not supported: deny with the reason, and the planner proposes anew");
            case DENY ->
                answer.hasReason()
                        ? Optional.empty()
                        : Optional.of("a denial needs a reason, which guides the planner");
            case APPROVE, APPROVE_FOR_RUN -> Signing.objection(s, answer, wanted(s, event));
        };
    }

    /** What policy wanted when people were asked, and what it wants now. */
    private static Approvers wanted(AwaitingApproval s, AnswerGiven event) {
        return s.judgement()
                .approvers()
                .and(event.judgement().map(Judgement::wanted).orElse(Approvers.ANYBODY));
    }

    private static Decision refuse(AwaitingApproval s, AnswerGiven event, String why) {
        return Decision.to(s, "refused: " + why, new RefuseAnswer(event.answer(), why, event.at()));
    }

    private Decision answered(AwaitingApproval s, AnswerGiven event) {
        Judgement now = event.judgement().orElse(s.judgement());
        return switch (event.answer().kind()) {
            case DENY -> deny(s, now, event);
            case APPROVE, APPROVE_FOR_RUN, APPROVE_EDITED -> approve(s, now, event);
        };
    }

    private Decision deny(AwaitingApproval s, Judgement now, AnswerGiven event) {
        Answer answer = event.answer();
        GivenVerdict verdict = theCase(s, now, event.stop(), event.at())
                .verdict(Kind.DENY)
                .because("approval-denied", "denied by " + answer.who() + ": " + answer.reason())
                .approval(answer.approvalId(), null);
        return governing.settle(
                List.of(s.held()), verdict, Counted.byAnybody(answer), event.at(), "denied", record(s, now, event));
    }

    private Decision approve(AwaitingApproval s, Judgement now, AnswerGiven event) {
        Case c = theCase(s, now, event.stop(), event.at());
        RecordAnswer record = record(s, now, event);
        AwaitingApproval signed = s.approvedBy(event.answer());
        Approvers wanted = wanted(s, event);
        List<Answer> counting = Signing.counting(signed, wanted);
        if (counting.size() < wanted.people()) {
            return Decision.to(signed, "approved by " + event.answer().who() + "; another person is wanted", record);
        }
        Counted all = new Counted(Signing.together(counting), Signing.met(signed, counting));
        if (!event.stop().mayAct()) {
            Decision held = governing.heldByStop(c, all.answer(), all.met());
            return new Decision(held.next(), List.of(record), "approved, and " + held.why());
        }
        Decision decision = approving.approve(c, all);
        List<ApprovalCommand> commands = new ArrayList<>(decision.commands());
        commands.add(record);
        return new Decision(decision.next(), commands, decision.why());
    }

    private static Case theCase(AwaitingApproval s, Judgement now, StopSight stop, Instant at) {
        return new Case(s.proposal(), List.of(s.held()), now, stop, at);
    }

    private static RecordAnswer record(AwaitingApproval s, Judgement now, AnswerGiven event) {
        return new RecordAnswer(GovernedAction.of(s.proposal()), now.nature().reversible(), event.answer(), event.at());
    }

    /** The answer came before the clock was looked at, but after the deadline. */
    private Decision tooLate(AwaitingApproval s, AnswerGiven event) {
        Decision timedOut = timeOut(s, event.at());
        List<ApprovalCommand> commands = new ArrayList<>(timedOut.commands());
        commands.add(new RefuseAnswer(
                event.answer(), "too late: the action counted as denied from " + s.deadline(), event.at()));
        return new Decision(timedOut.next(), commands, timedOut.why());
    }

    private Decision timeOut(AwaitingApproval s, Instant at) {
        long seconds = governing.rules().timeout().toSeconds();
        GivenVerdict verdict = theCase(s, s.judgement(), NOBODY_ASKED, at)
                .verdict(Kind.DENY)
                .because("approval-timeout", "nobody answered within " + seconds + " s, which counts as denied")
                .approval(s.proposal().actionId(), null);
        var record = new RecordTimeout(
                GovernedAction.of(s.proposal()),
                s.judgement().nature().reversible(),
                s.held().decidedAt(),
                at);
        return governing.settle(List.of(s.held()), verdict, null, at, "nobody answered in time", record);
    }

    /**
     * The time in which nobody could hear them does not count; if nobody knows how long that was, people have half of the time at least,
     * but no more than twice the time in all, so that a governor which is started again and again keeps nothing open for ever.
     * A denial that nobody could prevent would be nobody's.
     */
    private Decision back(AwaitingApproval s, GovernorBack event) {
        Instant half = event.at().plus(governing.rules().timeout().dividedBy(2));
        Instant since = event.since();
        Instant moved = since == null ? half : s.deadline().plus(Duration.between(since, event.at()));
        Instant deadline = moved.isBefore(half) ? moved : half;
        Duration anew = Duration.between(s.deadline().isAfter(event.at()) ? s.deadline() : event.at(), deadline);
        if (!deadline.isAfter(s.deadline())) {
            return Decision.stay(s, "people have time enough");
        }
        if (since == null
                && s.anew().plus(anew).compareTo(governing.rules().timeout().multipliedBy(2)) > 0) {
            return Decision.stay(s, "people have been given their time three times");
        }
        var longer = s.until(deadline, since == null ? anew : Duration.ZERO);
        return Decision.to(
                longer,
                "nobody could hear an answer for a while",
                new AskLonger(s.proposal(), s.judgement(), event.at(), deadline));
    }

    private static Decision remind(AwaitingApproval s, Instant at) {
        AwaitingApproval reminded = s.until(s.deadline(), Duration.ZERO);
        return Decision.to(
                reminded, "half of the time is over", new RemindPeople(s.proposal(), s.judgement(), at, s.deadline()));
    }
}
