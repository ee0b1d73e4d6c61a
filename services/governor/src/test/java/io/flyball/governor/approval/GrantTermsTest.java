package io.flyball.governor.approval;

import static io.flyball.governor.approval.Events.ACTION;
import static io.flyball.governor.approval.Events.CLEAR;
import static io.flyball.governor.approval.Events.RULES;
import static io.flyball.governor.approval.Events.STOPPED;
import static io.flyball.governor.approval.Events.after;
import static io.flyball.governor.approval.Events.answered;
import static io.flyball.governor.approval.Events.judged;
import static io.flyball.governor.approval.Events.lifted;
import static io.flyball.governor.approval.Events.proposed;
import static io.flyball.governor.policy.Sorting.AUTO_APPROVE;
import static io.flyball.governor.policy.Sorting.FORBID;
import static io.flyball.governor.policy.Sorting.NOTIFY;
import static io.flyball.governor.policy.Sorting.REQUIRE_APPROVAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.governor.approval.ApprovalCommand.GiveVerdict;
import io.flyball.governor.approval.ApprovalEvent.ActionProposed;
import io.flyball.governor.approval.ApprovalState.NotProposed;
import io.flyball.governor.policy.Proposal;
import io.flyball.governor.policy.Sorting;
import io.flyball.schemas.grant.StopEpoch;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrantTermsTest {
    private final ApprovalMachine machine = new ApprovalMachine(RULES);

    @ParameterizedTest
    @EnumSource(
            value = Sorting.class,
            names = {"AUTO_APPROVE", "NOTIFY"})
    @DisplayName(
            "GOV-15 what is allowed by itself may begin within a minute, at the epoch of the stop that was looked at")
    void automatic(Sorting sorting) {
        assertThat(terms(decide(new NotProposed(), proposed(sorting))))
                .isEqualTo(new GrantTerms(CLEAR.epoch(), judged(sorting).catalogueVersion(), false, 0, after(60)));
    }

    @Test
    @DisplayName("GOV-15 what is held or denied has no grant")
    void nothingAllowed() {
        assertThat(verdict(decide(new NotProposed(), proposed(REQUIRE_APPROVAL)))
                        .terms())
                .isNull();
        assertThat(verdict(decide(new NotProposed(), proposed(FORBID))).terms()).isNull();
    }

    @Test
    @DisplayName("GOV-15 an approval makes a fresh grant when it is given, not when it was asked for")
    void approved() {
        Decision asked = decide(new NotProposed(), proposed(REQUIRE_APPROVAL));
        Decision given = decide(asked.next(), answered(Answer.Kind.APPROVE, 200));

        assertThat(terms(given).notAfter()).isEqualTo(after(260));
    }

    @Test
    @DisplayName("STOP-11 GOV-15 what a stop held has a grant of the time after its release")
    void afterTheRelease() {
        Decision held = decide(new NotProposed(), proposed(AUTO_APPROVE, STOPPED));
        GrantTerms terms = terms(decide(held.next(), lifted(AUTO_APPROVE, 500)));

        assertThat(terms.notAfter()).isEqualTo(after(560));
        assertThat(terms.stopEpoch()).isEqualTo(CLEAR.epoch());
    }

    @Test
    @DisplayName("GOV-15 a proposal that comes again hears the same verdict with the same grant")
    void repeated() {
        Decision first = decide(new NotProposed(), proposed(AUTO_APPROVE));

        assertThat(decide(first.next(), again(0, AUTO_APPROVE, CLEAR, 30)).commands())
                .isEqualTo(first.commands());
    }

    @Test
    @DisplayName(
            "GOV-15 what was sent in vain is governed again: another verdict, another grant, and once for each sending")
    void governedAgain() {
        Decision first = decide(new NotProposed(), proposed(AUTO_APPROVE));
        Decision second = decide(first.next(), again(1, AUTO_APPROVE, newer(), 90));

        assertThat(verdict(second).number()).isEqualTo(2);
        assertThat(terms(second).notAfter()).isEqualTo(after(150));
        assertThat(terms(second).stopEpoch()).isEqualTo(newer().epoch());
        assertThat(verdicts(decide(second.next(), again(1, AUTO_APPROVE, newer(), 95))))
                .isEqualTo(List.of(verdict(first), verdict(second)));
        assertThat(verdict(decide(second.next(), again(2, AUTO_APPROVE, newer(), 200)))
                        .number())
                .isEqualTo(3);
    }

    @Test
    @DisplayName("GOV-15 governed again by the policy of now: it may be forbidden, told, or need a person by then")
    void byThePolicyOfNow() {
        Decision first = decide(new NotProposed(), proposed(AUTO_APPROVE));

        assertThat(verdict(decide(first.next(), again(1, FORBID, CLEAR, 90))).kind())
                .isEqualTo(GivenVerdict.Kind.DENY);
        assertThat(verdict(decide(first.next(), again(1, NOTIFY, CLEAR, 90))).kind())
                .isEqualTo(GivenVerdict.Kind.ALLOW_AND_NOTIFY);
        GivenVerdict asked = verdict(decide(first.next(), again(1, REQUIRE_APPROVAL, CLEAR, 90)));
        assertThat(asked.kind()).isEqualTo(GivenVerdict.Kind.HOLD_FOR_APPROVAL);
        assertThat(asked.number()).isEqualTo(2);
    }

    @Test
    @DisplayName("GOV-15 a stop holds what is governed again, and its release lets it go on")
    void heldAgain() {
        Decision first = decide(new NotProposed(), proposed(AUTO_APPROVE));
        Decision held = decide(first.next(), again(1, AUTO_APPROVE, STOPPED, 90));
        assertThat(held.commands()).isEmpty();

        assertThat(verdict(decide(held.next(), lifted(AUTO_APPROVE, 300))).number())
                .isEqualTo(2);
    }

    @Test
    @DisplayName(
            "GOV-15 nobody is asked twice for the same action: the approval still counts unless policy forbids it by now")
    void approvedBefore() {
        Decision asked = decide(new NotProposed(), proposed(REQUIRE_APPROVAL));
        Decision given = decide(asked.next(), answered(Answer.Kind.APPROVE, 10));
        GivenVerdict again = verdict(decide(given.next(), again(1, REQUIRE_APPROVAL, CLEAR, 400)));

        assertThat(again.approvedBy()).isEqualTo("ann");
        assertThat(again.number()).isEqualTo(3);
        assertThat(Objects.requireNonNull(again.terms()).notAfter()).isEqualTo(after(460));
        assertThat(verdict(decide(given.next(), again(1, FORBID, CLEAR, 400))).kind())
                .isEqualTo(GivenVerdict.Kind.DENY);
    }

    @Test
    @DisplayName("GOV-15 nothing makes a denial into a grant, and another action under the same id has none")
    void neverAllowed() {
        Decision denied = decide(new NotProposed(), proposed(FORBID));
        assertThat(verdicts(decide(denied.next(), again(5, AUTO_APPROVE, CLEAR, 90))))
                .isEqualTo(List.of(verdict(denied)));

        Decision allowed = decide(new NotProposed(), proposed(AUTO_APPROVE));
        var other = new ActionProposed(
                sent(ACTION, 1, "another"), judged(AUTO_APPROVE), CLEAR, Optional.empty(), after(90));
        assertThat(decide(allowed.next(), other).commands()).isEmpty();
    }

    private static StopSight newer() {
        return new StopSight(true, "", new StopEpoch(9, 0, 0, 0));
    }

    private static ActionProposed again(int sent, Sorting sorting, StopSight stop, long afterSeconds) {
        return new ActionProposed(
                sent(ACTION, sent, ACTION.actionHash()), judged(sorting), stop, Optional.empty(), after(afterSeconds));
    }

    static Proposal sent(Proposal p, int sent, String hash) {
        return new Proposal(
                p.actionId(),
                p.run(),
                p.step(),
                p.tool(),
                p.argumentsJson(),
                p.target(),
                p.reasoning(),
                p.rollback(),
                p.statedRisk(),
                hash,
                p.dryRun(),
                p.tainted(),
                p.flags(),
                sent);
    }

    private Decision decide(ApprovalState state, ApprovalEvent event) {
        return machine.decide(state, event);
    }

    private static List<GivenVerdict> verdicts(Decision decision) {
        return decision.commands().stream()
                .filter(GiveVerdict.class::isInstance)
                .map(command -> ((GiveVerdict) command).verdict())
                .toList();
    }

    private static GivenVerdict verdict(Decision decision) {
        assertThat(verdicts(decision)).hasSize(1);
        return verdicts(decision).getFirst();
    }

    private static GrantTerms terms(Decision decision) {
        return Objects.requireNonNull(verdict(decision).terms());
    }
}
