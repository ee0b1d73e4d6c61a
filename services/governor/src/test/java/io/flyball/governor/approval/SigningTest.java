package io.flyball.governor.approval;

import static io.flyball.governor.approval.Events.ACTION;
import static io.flyball.governor.approval.Events.CLEAR;
import static io.flyball.governor.approval.Events.NOON;
import static io.flyball.governor.approval.Events.RULES;
import static io.flyball.governor.approval.Events.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.governor.approval.ApprovalCommand.GiveVerdict;
import io.flyball.governor.approval.ApprovalCommand.RecordAnswer;
import io.flyball.governor.approval.ApprovalCommand.RefuseAnswer;
import io.flyball.governor.approval.ApprovalEvent.ActionProposed;
import io.flyball.governor.approval.ApprovalEvent.AnswerGiven;
import io.flyball.governor.approval.ApprovalEvent.StopLifted;
import io.flyball.governor.approval.ApprovalState.Answered;
import io.flyball.governor.approval.ApprovalState.AwaitingApproval;
import io.flyball.governor.approval.ApprovalState.NotProposed;
import io.flyball.governor.policy.Approvers;
import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Sorting;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The run's principal in these tests is ann. */
@DisplayName("APR-3 where policy wants another person, or two")
class SigningTest {
    private final ApprovalMachine machine = new ApprovalMachine(RULES);

    @Test
    @DisplayName("APR-3 nobody approves what their own request opened; they may deny it, and others may approve")
    void anotherPerson() {
        ApprovalState held = held(new Approvers(1, true));
        Decision own = machine.decide(held, says("ann", Answer.Kind.APPROVE));
        assertThat(own.next()).isEqualTo(held);
        assertThat(own.commands())
                .singleElement()
                .isInstanceOfSatisfying(
                        RefuseAnswer.class, refused -> assertThat(refused.why()).contains("another person"));

        assertThat(machine.decide(held, says("ann", Answer.Kind.DENY)).next()).isInstanceOf(Answered.class);
        assertThat(machine.decide(held, says("ben", Answer.Kind.APPROVE)).next())
                .isInstanceOf(Answered.class);
    }

    @Test
    @DisplayName("APR-3 the first of two approvals is recorded and starts nothing; the same person again is refused")
    void two() {
        ApprovalState held = held(new Approvers(2, false));
        Decision first = machine.decide(held, says("ann", Answer.Kind.APPROVE));
        assertThat(first.next()).isInstanceOf(AwaitingApproval.class);
        assertThat(first.commands()).singleElement().isInstanceOf(RecordAnswer.class);
        assertThat(machine.decide(first.next(), says("ann", Answer.Kind.APPROVE))
                        .commands())
                .singleElement()
                .isInstanceOf(RefuseAnswer.class);

        Decision second = machine.decide(first.next(), says("ben", Answer.Kind.APPROVE));
        assertThat(second.commands())
                .filteredOn(GiveVerdict.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        GiveVerdict.class,
                        given -> assertThat(given.verdict().approvedBy()).isEqualTo("ann and ben"));
    }

    @Test
    @DisplayName("APR-3 one denial is enough where two must approve")
    void denial() {
        ApprovalState held = held(new Approvers(2, false));
        ApprovalState one =
                machine.decide(held, says("ben", Answer.Kind.APPROVE)).next();
        Decision denied = machine.decide(one, says("ann", Answer.Kind.DENY));
        assertThat(denied.commands())
                .filteredOn(GiveVerdict.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        GiveVerdict.class,
                        given -> assertThat(given.verdict().kind()).isEqualTo(GivenVerdict.Kind.DENY));
    }

    @Test
    @DisplayName("APR-3 rules that have become stricter since people were asked hold; freer ones do not")
    void stricterByNow() {
        var another = Optional.of(judged(new Approvers(1, true)));
        var two = Optional.of(judged(new Approvers(2, true)));
        ApprovalState held = held(Approvers.ANYBODY);
        assertThat(machine.decide(held, says("ann", another, CLEAR)).commands())
                .singleElement()
                .isInstanceOf(RefuseAnswer.class);

        ApprovalState first = machine.decide(held, says("ben", two, CLEAR)).next();
        assertThat(first).isInstanceOf(AwaitingApproval.class);
        assertThat(machine.decide(first, says("cid", two, CLEAR)).next()).isInstanceOf(Answered.class);

        var anybody = Optional.of(judged(Approvers.ANYBODY));
        assertThat(machine.decide(held(new Approvers(2, false)), says("ben", anybody, CLEAR))
                        .next())
                .isInstanceOf(AwaitingApproval.class);
    }

    @Test
    @DisplayName("APR-3 an approval of the asker's own that counted once counts no more where another person is wanted")
    void countsNoMore() {
        ApprovalState own = machine.decide(held(new Approvers(2, false)), says("ann", Answer.Kind.APPROVE))
                .next();
        var another = Optional.of(judged(new Approvers(2, true)));
        ApprovalState two = machine.decide(own, says("ben", another, CLEAR)).next();
        assertThat(two).isInstanceOf(AwaitingApproval.class);
        assertThat(machine.decide(two, says("cid", another, CLEAR)).commands())
                .filteredOn(GiveVerdict.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        GiveVerdict.class,
                        given -> assertThat(given.verdict().approvedBy()).isEqualTo("ben and cid"));
    }

    @Test
    @DisplayName("APR-3 what was approved, and held by a stop, is denied at its release if stricter rules were not met")
    void stricterAtTheRelease() {
        assertThat(released(Approvers.ANYBODY, "ben")).isEqualTo(GivenVerdict.Kind.ALLOW);
        assertThat(released(new Approvers(1, true), "ben")).isEqualTo(GivenVerdict.Kind.ALLOW);
        assertThat(released(new Approvers(1, true), "ann")).isEqualTo(GivenVerdict.Kind.DENY);
        assertThat(released(new Approvers(2, false), "ben")).isEqualTo(GivenVerdict.Kind.DENY);
    }

    @Test
    @DisplayName(
            "APR-3 what was approved and sent in vain is asked for anew if policy wants other or more people by now")
    void stricterWhenSentAgain() {
        ApprovalState one = machine.decide(held(Approvers.ANYBODY), says("ben", Answer.Kind.APPROVE))
                .next();
        assertThat(sentAgain(one, Approvers.ANYBODY)).isInstanceOf(Answered.class);
        assertThat(sentAgain(one, new Approvers(2, false))).isInstanceOf(AwaitingApproval.class);

        ApprovalState first = machine.decide(held(new Approvers(2, true)), says("ben", Answer.Kind.APPROVE))
                .next();
        ApprovalState two =
                machine.decide(first, says("cid", Answer.Kind.APPROVE)).next();
        assertThat(sentAgain(two, new Approvers(2, true))).isInstanceOf(Answered.class);
        assertThat(sentAgain(two, new Approvers(3, true))).isInstanceOf(AwaitingApproval.class);
    }

    private ApprovalState sentAgain(ApprovalState answered, Approvers now) {
        return machine.decide(
                        answered,
                        new ActionProposed(
                                GrantTermsTest.sent(ACTION, 2, ACTION.actionHash()),
                                judged(now),
                                CLEAR,
                                Optional.empty(),
                                NOON.plusSeconds(20)))
                .next();
    }

    private GivenVerdict.Kind released(Approvers now, String who) {
        ApprovalState stopped = machine.decide(held(Approvers.ANYBODY), says(who, Optional.empty(), STOPPED))
                .next();
        var lifted = new StopLifted(judged(now), CLEAR, Optional.empty(), NOON.plusSeconds(10));
        return ((Answered) machine.decide(stopped, lifted).next()).last().kind();
    }

    private ApprovalState held(Approvers approvers) {
        return machine.decide(
                        new NotProposed(), new ActionProposed(ACTION, judged(approvers), CLEAR, Optional.empty(), NOON))
                .next();
    }

    private static AnswerGiven says(String who, Optional<Judgement> now, StopSight stop) {
        return new AnswerGiven(says(who, Answer.Kind.APPROVE).answer(), now, stop, NOON.plusSeconds(2));
    }

    private static AnswerGiven says(String who, Answer.Kind kind) {
        var answer = new Answer(
                "by-" + who, ACTION.actionId(), "r1", "default", kind, ACTION.actionHash(), who, "cli", "seen", NOON);
        return new AnswerGiven(answer, Optional.empty(), CLEAR, NOON.plusSeconds(1));
    }

    private static Judgement judged(Approvers approvers) {
        Judgement j = Events.judged(Sorting.REQUIRE_APPROVAL);
        return new Judgement(
                j.sorting(),
                j.rule(),
                j.reason(),
                j.profile(),
                j.policyHash(),
                j.nature(),
                j.coverable(),
                j.flags(),
                j.catalogueVersion(),
                approvers);
    }
}
