package io.flyball.governor.approval;

import static io.flyball.governor.approval.Answer.Kind.APPROVE;
import static io.flyball.governor.approval.Answer.Kind.APPROVE_EDITED;
import static io.flyball.governor.approval.Answer.Kind.APPROVE_FOR_RUN;
import static io.flyball.governor.approval.Answer.Kind.DENY;
import static io.flyball.governor.approval.Events.ACTION;
import static io.flyball.governor.approval.Events.CLEAR;
import static io.flyball.governor.approval.Events.NOON;
import static io.flyball.governor.approval.Events.RULES;
import static io.flyball.governor.approval.Events.STOPPED;
import static io.flyball.governor.approval.Events.after;
import static io.flyball.governor.approval.Events.answer;
import static io.flyball.governor.approval.Events.answered;
import static io.flyball.governor.approval.Events.judged;
import static io.flyball.governor.approval.Events.judgedTainted;
import static io.flyball.governor.approval.Events.lifted;
import static io.flyball.governor.approval.Events.proposed;
import static io.flyball.governor.approval.Events.time;
import static io.flyball.governor.policy.Sorting.AUTO_APPROVE;
import static io.flyball.governor.policy.Sorting.FORBID;
import static io.flyball.governor.policy.Sorting.NOTIFY;
import static io.flyball.governor.policy.Sorting.REQUIRE_APPROVAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.governor.approval.ApprovalCommand.AskPeople;
import io.flyball.governor.approval.ApprovalCommand.GiveVerdict;
import io.flyball.governor.approval.ApprovalCommand.KeepRunApproval;
import io.flyball.governor.approval.ApprovalCommand.RecordAnswer;
import io.flyball.governor.approval.ApprovalCommand.RecordTimeout;
import io.flyball.governor.approval.ApprovalCommand.RefuseAnswer;
import io.flyball.governor.approval.ApprovalCommand.RemindPeople;
import io.flyball.governor.approval.ApprovalCommand.TellPeople;
import io.flyball.governor.approval.ApprovalEvent.ActionProposed;
import io.flyball.governor.approval.ApprovalEvent.AnswerGiven;
import io.flyball.governor.approval.ApprovalState.Answered;
import io.flyball.governor.approval.ApprovalState.AwaitingApproval;
import io.flyball.governor.approval.ApprovalState.HeldByStop;
import io.flyball.governor.approval.ApprovalState.NotProposed;
import io.flyball.governor.approval.GivenVerdict.Kind;
import io.flyball.governor.policy.Proposal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ApprovalMachineTest {
    private final ApprovalMachine machine = new ApprovalMachine(RULES);

    @Nested
    @DisplayName("A proposal")
    class Proposed {

        @Test
        @DisplayName("GOV-1 is allowed where the profile approves by itself")
        void allowed() {
            Decision decision = after(proposed(AUTO_APPROVE));
            GivenVerdict verdict = verdict(decision);
            assertThat(verdict.kind()).isEqualTo(Kind.ALLOW);
            assertThat(verdict.number()).isEqualTo(1);
            assertThat(verdict.approvalId()).isNull();
            assertThat(decision.commands()).hasSize(1);
            assertThat(decision.next()).isInstanceOf(Answered.class);
        }

        @Test
        @DisplayName("GOV-1 is allowed and told where the profile notifies")
        void allowedAndTold() {
            Decision decision = after(proposed(NOTIFY));
            assertThat(verdict(decision).kind()).isEqualTo(Kind.ALLOW_AND_NOTIFY);
            assertThat(decision.commands()).hasAtLeastOneElementOfType(TellPeople.class);
        }

        @Test
        @DisplayName("GOV-1 is denied where the profile forbids")
        void denied() {
            assertThat(verdict(after(proposed(FORBID))).kind()).isEqualTo(Kind.DENY);
        }

        @Test
        @DisplayName("APR-1 is held where people must approve, for 300 s")
        void held() {
            Decision decision = after(proposed(REQUIRE_APPROVAL));
            GivenVerdict verdict = verdict(decision);
            assertThat(verdict.kind()).isEqualTo(Kind.HOLD_FOR_APPROVAL);
            assertThat(verdict.approvalId()).isEqualTo(ACTION.actionId());
            assertThat(verdict.expiresAt()).isEqualTo(Events.after(300));
            assertThat(decision.commands())
                    .contains(new AskPeople(ACTION, judged(REQUIRE_APPROVAL), NOON, Events.after(300)));
        }

        @Test
        @DisplayName("A proposal that comes again hears the same verdicts and changes nothing")
        void again() {
            for (var sorting : List.of(AUTO_APPROVE, NOTIFY, REQUIRE_APPROVAL, FORBID)) {
                Decision first = after(proposed(sorting));
                Decision again = machine.decide(first.next(), proposed(AUTO_APPROVE));
                assertThat(again.next()).isEqualTo(first.next());
                assertThat(again.commands()).containsExactly(new GiveVerdict(verdict(first)));
            }
        }

        @Test
        void anotherActionUnderTheSameIdIsNotGoverned() {
            Decision first = after(proposed(REQUIRE_APPROVAL));
            var other = new Proposal(
                    ACTION.actionId(),
                    ACTION.run(),
                    1,
                    "act",
                    "{}",
                    null,
                    "",
                    null,
                    null,
                    "another hash",
                    false,
                    false,
                    List.of());
            Decision decision = machine.decide(
                    first.next(), new ActionProposed(other, judged(AUTO_APPROVE), CLEAR, Optional.empty(), NOON));
            assertThat(decision.next()).isEqualTo(first.next());
            assertThat(decision.commands()).isEmpty();
        }
    }

    @Nested
    @DisplayName("A held action after an absence of the governor")
    class HeldThroughAnAbsence {
        private final ApprovalState waiting = after(proposed(REQUIRE_APPROVAL)).next();

        private java.time.Instant deadline(long since, long at) {
            var back = new ApprovalEvent.GovernorBack(Events.after(since), Events.after(at));
            return ((ApprovalState.AwaitingApproval)
                            machine.decide(waiting, back).next())
                    .deadline();
        }

        @Test
        @DisplayName("RUN-24 has as much more time as the absence took")
        void moved() {
            assertThat(deadline(250, 270)).isEqualTo(Events.after(320));
        }

        @Test
        @DisplayName("RUN-24 has half of its time anew at most")
        void half() {
            assertThat(deadline(100, 2_000)).isEqualTo(Events.after(2_150));
        }

        @Test
        @DisplayName("RUN-24 does not stay open for ever under a governor that is started anew again and again")
        void bounded() {
            ApprovalState state = waiting;
            long second = 0;
            while (state instanceof ApprovalState.AwaitingApproval && second < 100_000) {
                second += 120;
                state = machine.decide(state, new ApprovalEvent.GovernorBack(null, Events.after(second)))
                        .next();
                state = machine.decide(state, time(second)).next();
            }
            assertThat(second).isBetween(600L, 1_080L);
        }

        @Test
        @DisplayName("RUN-24 keeps its end if people have half of their time left, or if a clock was set back")
        void enough() {
            assertThat(deadline(10, 140)).isEqualTo(Events.after(300));
            assertThat(deadline(290, 200)).isEqualTo(Events.after(300));
        }
    }

    @Nested
    @DisplayName("A held action")
    class Held {

        @Test
        @DisplayName("APR-2 is allowed when a person approves, and it is recorded who")
        void approved() {
            Decision decision = after(proposed(REQUIRE_APPROVAL), answered(APPROVE, 10));
            GivenVerdict verdict = verdict(decision);
            assertThat(verdict.kind()).isEqualTo(Kind.ALLOW);
            assertThat(verdict.number()).isEqualTo(2);
            assertThat(verdict.approvedBy()).isEqualTo("ann");
            assertThat(verdict.approvalId()).isEqualTo(ACTION.actionId());
            assertThat(verdict.reason()).isEqualTo("approved by ann on cli: looks right");
            assertThat(decision.commands()).hasAtLeastOneElementOfType(RecordAnswer.class);
        }

        @Test
        @DisplayName("APR-4 is denied with the reason, which guides the planner")
        void denied() {
            GivenVerdict verdict = verdict(after(proposed(REQUIRE_APPROVAL), answered(DENY, 10)));
            assertThat(verdict.kind()).isEqualTo(Kind.DENY);
            assertThat(verdict.rule()).isEqualTo("approval-denied");
            assertThat(verdict.reason()).contains("ann").contains("looks right");
            assertThat(verdict.approvedBy()).isNull();
        }

        @Test
        @DisplayName("APR-4 is not denied without a reason")
        void aDenialNeedsAReason() {
            var silent = new Answer(
                    "a1", ACTION.actionId(), "r1", "default", DENY, ACTION.actionHash(), "ann", "cli", " ", NOON);
            refused(answered(silent, REQUIRE_APPROVAL, CLEAR, 10), "needs a reason");
        }

        @Test
        @DisplayName("APR-2 stays held when the answer is for another hash")
        void anotherHash() {
            refused(answered(answer("a1", APPROVE, "0".repeat(64)), REQUIRE_APPROVAL, CLEAR, 10), "another action");
        }

        @Test
        void staysHeldWhenTheAnswerNamesAnotherRun() {
            var stray = new Answer(
                    "a1", ACTION.actionId(), "r2", "default", APPROVE, ACTION.actionHash(), "ann", "cli", null, NOON);
            refused(answered(stray, REQUIRE_APPROVAL, CLEAR, 10), "another run");
        }

        @Test
        @DisplayName("APR-4 edited arguments are refused with a clear reason")
        void edited() {
            refused(answered(APPROVE_EDITED, 10), "edited arguments is not supported");
        }

        private void refused(AnswerGiven event, String why) {
            Decision held = after(proposed(REQUIRE_APPROVAL));
            Decision decision = machine.decide(held.next(), event);
            assertThat(decision.next()).isEqualTo(held.next());
            assertThat(decision.commands())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            RefuseAnswer.class,
                            refusal -> assertThat(refusal.why()).contains(why));
        }

        @Test
        @DisplayName("APR-1 counts as denied when nobody answers in time, and not before")
        void timeOut() {
            assertThat(after(proposed(REQUIRE_APPROVAL), time(299)).next()).isInstanceOf(AwaitingApproval.class);

            Decision decision = after(proposed(REQUIRE_APPROVAL), time(299), time(300));
            GivenVerdict verdict = verdict(decision);
            assertThat(verdict.kind()).isEqualTo(Kind.DENY);
            assertThat(verdict.rule()).isEqualTo("approval-timeout");
            assertThat(verdict.reason()).contains("300 s");
            assertThat(decision.commands()).hasAtLeastOneElementOfType(RecordTimeout.class);
        }

        @Test
        @DisplayName("APR-5 is reminded of at half time, once")
        void reminder() {
            assertThat(after(proposed(REQUIRE_APPROVAL), time(149)).commands()).isEmpty();
            Decision reminded = after(proposed(REQUIRE_APPROVAL), time(150));
            assertThat(reminded.commands()).singleElement().isInstanceOf(RemindPeople.class);
            assertThat(machine.decide(reminded.next(), time(151)).commands()).isEmpty();
        }

        @Test
        @DisplayName("APR-5 an answer after the deadline does not count, even if the clock was not looked at")
        void afterTheDeadline() {
            Decision decision = after(proposed(REQUIRE_APPROVAL), answered(APPROVE, 300));
            assertThat(verdict(decision).kind()).isEqualTo(Kind.DENY);
            assertThat(decision.commands()).hasAtLeastOneElementOfType(RefuseAnswer.class);
        }

        @Test
        @DisplayName("GOV-4 an approval does not outvote a policy that forbids the action by now")
        void forbiddenByNow() {
            Decision decision = after(
                    proposed(REQUIRE_APPROVAL),
                    answered(answer("a1", APPROVE, ACTION.actionHash()), FORBID, CLEAR, 10));
            assertThat(verdict(decision).kind()).isEqualTo(Kind.DENY);
            assertThat(verdict(decision).reason()).contains("approved by ann").contains("forbids it by now");
        }
    }

    @Nested
    @DisplayName("APR-2 the first valid answer wins")
    class Late {

        @Test
        void aLaterOneIsToldSo() {
            Decision decision = after(
                    proposed(REQUIRE_APPROVAL),
                    answered(APPROVE, 10),
                    answered(answer("a2", DENY, ACTION.actionHash()), REQUIRE_APPROVAL, CLEAR, 11));
            assertThat(refusal(decision)).contains("too late").contains("ann").contains("APPROVE");
            assertThat(decision.next()).isInstanceOf(Answered.class);
        }

        @Test
        void oneAfterTheTimeoutIsToldSo() {
            assertThat(refusal(after(proposed(REQUIRE_APPROVAL), time(300), answered(APPROVE, 301))))
                    .contains("too late")
                    .contains("300 s");
        }

        @Test
        void theSameOneAgainIsNoLaterOne() {
            Decision decision = after(proposed(REQUIRE_APPROVAL), answered(APPROVE, 10), answered(APPROVE, 11));
            assertThat(decision.commands()).isEmpty();
        }

        @Test
        void oneThatNobodyAskedForIsToldSo() {
            assertThat(refusal(after(answered(APPROVE, 10)))).contains("no approval of that id");
            assertThat(refusal(after(proposed(AUTO_APPROVE), answered(APPROVE, 10))))
                    .contains("no approval was asked");
        }
    }

    @Nested
    @DisplayName("STOP-2 while the stop is on")
    class WhileStopped {

        @Test
        void nothingIsApprovedByItself() {
            Decision decision = after(proposed(AUTO_APPROVE, STOPPED));
            assertThat(decision.commands()).isEmpty();
            assertThat(decision.next()).isInstanceOf(HeldByStop.class);
            assertThat(decision.why()).contains("the stop is on");
        }

        @Test
        void denialsAndQuestionsGoOut() {
            assertThat(verdict(after(proposed(FORBID, STOPPED))).kind()).isEqualTo(Kind.DENY);
            assertThat(verdict(after(proposed(REQUIRE_APPROVAL, STOPPED))).kind())
                    .isEqualTo(Kind.HOLD_FOR_APPROVAL);
        }

        @Test
        void timeoutsStillDeny() {
            assertThat(verdict(after(proposed(REQUIRE_APPROVAL, STOPPED), time(300)))
                            .kind())
                    .isEqualTo(Kind.DENY);
        }

        @Test
        @DisplayName("STOP-11 after the release an action is governed again")
        void governedAgain() {
            assertThat(verdict(after(proposed(AUTO_APPROVE, STOPPED), lifted(AUTO_APPROVE, 60)))
                            .kind())
                    .isEqualTo(Kind.ALLOW);
            assertThat(verdict(after(proposed(AUTO_APPROVE, STOPPED), lifted(FORBID, 60)))
                            .kind())
                    .isEqualTo(Kind.DENY);
            GivenVerdict held = verdict(after(proposed(NOTIFY, STOPPED), lifted(REQUIRE_APPROVAL, 60)));
            assertThat(held.kind()).isEqualTo(Kind.HOLD_FOR_APPROVAL);
            assertThat(held.number()).isEqualTo(1);
            assertThat(held.expiresAt()).isEqualTo(Events.after(360));
        }

        @Test
        @DisplayName("STOP-11 an approval waits for the release too, and policy is asked again")
        void anApprovalWaits() {
            var approval = answered(answer("a1", APPROVE, ACTION.actionHash()), REQUIRE_APPROVAL, STOPPED, 10);
            Decision approved = after(proposed(REQUIRE_APPROVAL), approval);
            assertThat(approved.commands()).singleElement().isInstanceOf(RecordAnswer.class);

            GivenVerdict allowed = verdict(machine.decide(approved.next(), lifted(REQUIRE_APPROVAL, 200)));
            assertThat(allowed.kind()).isEqualTo(Kind.ALLOW);
            assertThat(allowed.number()).isEqualTo(2);
            assertThat(allowed.approvedBy()).isEqualTo("ann");
            assertThat(verdict(machine.decide(approved.next(), lifted(FORBID, 200)))
                            .kind())
                    .isEqualTo(Kind.DENY);

            var second = answered(answer("a2", DENY, ACTION.actionHash()), REQUIRE_APPROVAL, STOPPED, 20);
            assertThat(refusal(machine.decide(approved.next(), second))).contains("too late");
        }

        @Test
        @DisplayName("STOP-11 an approval that a stop held longer than people have to answer counts no more")
        void anApprovalExpires() {
            var approval = answered(answer("a1", APPROVE, ACTION.actionHash()), REQUIRE_APPROVAL, STOPPED, 10);
            Decision approved = after(proposed(REQUIRE_APPROVAL), approval);

            GivenVerdict in = verdict(machine.decide(approved.next(), lifted(REQUIRE_APPROVAL, 310)));
            assertThat(in.kind()).isEqualTo(Kind.ALLOW);
            GivenVerdict late = verdict(machine.decide(approved.next(), lifted(REQUIRE_APPROVAL, 311)));
            assertThat(late.kind()).isEqualTo(Kind.DENY);
            assertThat(late.rule()).isEqualTo("approval-expired");
            assertThat(late.reason()).contains("ann", "longer than an approval holds");
        }

        @Test
        void aDenialCountsAtOnce() {
            var denial = answered(answer("a1", DENY, ACTION.actionHash()), REQUIRE_APPROVAL, STOPPED, 10);
            assertThat(verdict(after(proposed(REQUIRE_APPROVAL), denial)).kind())
                    .isEqualTo(Kind.DENY);
        }
    }

    @Nested
    @DisplayName("APR-4 an approval for the run")
    class ForTheRun {
        private final RunApproval runApproval =
                after(proposed(REQUIRE_APPROVAL), answered(APPROVE_FOR_RUN, 10)).commands().stream()
                        .filter(KeepRunApproval.class::isInstance)
                        .map(command -> ((KeepRunApproval) command).runApproval())
                        .findFirst()
                        .orElseThrow();

        @Test
        void allowsTheSameToolAndTargetAfterwards() {
            assertThat(runApproval.scope()).isEqualTo(RunApproval.Scope.of(ACTION, judged(REQUIRE_APPROVAL)));
            GivenVerdict verdict = verdict(
                    after(new ActionProposed(ACTION, judged(REQUIRE_APPROVAL), CLEAR, Optional.of(runApproval), NOON)));
            assertThat(verdict.kind()).isEqualTo(Kind.ALLOW);
            assertThat(verdict.rule()).isEqualTo("approved-for-run");
            assertThat(verdict.approvedBy()).isEqualTo("ann");
            assertThat(verdict.approvalId()).isEqualTo(ACTION.actionId());
        }

        @Test
        void doesNotAllowWhatIsForbidden() {
            assertThat(verdict(after(new ActionProposed(ACTION, judged(FORBID), CLEAR, Optional.of(runApproval), NOON)))
                            .kind())
                    .isEqualTo(Kind.DENY);
        }

        @Test
        @DisplayName("GOV-10 does not answer for a run that has become tainted")
        void doesNotCoverTaintedChanges() {
            assertThat(verdict(after(new ActionProposed(
                                    ACTION, judgedTainted(AUTO_APPROVE), CLEAR, Optional.of(runApproval), NOON)))
                            .kind())
                    .isEqualTo(Kind.HOLD_FOR_APPROVAL);
        }

        @Test
        void waitsForTheReleaseOfAStop() {
            Decision held = after(
                    new ActionProposed(ACTION, judged(REQUIRE_APPROVAL), STOPPED, Optional.of(runApproval), NOON));
            assertThat(held.next()).isInstanceOf(HeldByStop.class);
            assertThat(held.commands()).isEmpty();
        }
    }

    @Test
    void whatWasAnsweredIsForgottenAfterADay() {
        Decision answered = after(proposed(AUTO_APPROVE));
        assertThat(machine.decide(answered.next(), time(24 * 3600 - 1)).next()).isEqualTo(answered.next());
        assertThat(machine.decide(answered.next(), time(24 * 3600)).next()).isInstanceOf(NotProposed.class);
    }

    private Decision after(ApprovalEvent... events) {
        Decision decision = new Decision(new NotProposed(), List.of(), "");
        for (ApprovalEvent event : events) {
            decision = machine.decide(decision.next(), event);
        }
        return decision;
    }

    private static GivenVerdict verdict(Decision decision) {
        return decision.commands().stream()
                .filter(GiveVerdict.class::isInstance)
                .map(command -> ((GiveVerdict) command).verdict())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no verdict: " + decision));
    }

    private static String refusal(Decision decision) {
        return decision.commands().stream()
                .filter(RefuseAnswer.class::isInstance)
                .map(command -> ((RefuseAnswer) command).why())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no refusal: " + decision));
    }
}
