package io.flyball.governor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.flyball.governor.approval.Answer;
import io.flyball.governor.approval.ApprovalState;
import io.flyball.governor.approval.ApprovalState.Answered;
import io.flyball.governor.approval.ApprovalState.AwaitingApproval;
import io.flyball.governor.approval.ApprovalState.HeldByStop;
import io.flyball.governor.approval.ApprovalState.NotProposed;
import io.flyball.governor.approval.GivenVerdict;
import io.flyball.governor.approval.GovernedAction;
import io.flyball.governor.approval.GrantTerms;
import io.flyball.governor.approval.RunApproval;
import io.flyball.governor.policy.Approvers;
import io.flyball.governor.policy.Fixture;
import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Proposal;
import io.flyball.governor.policy.Sorting;
import io.flyball.schemas.grant.StopEpoch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateCodecTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Proposal PROPOSAL = Fixture.act("production");
    private static final Judgement JUDGEMENT =
            Fixture.judge(Sorting.REQUIRE_APPROVAL).judge(PROPOSAL);

    static Stream<ApprovalState> states() {
        var answer = new Answer(
                "a1", "r1:1:0", "r1", "default", Answer.Kind.APPROVE, PROPOSAL.actionHash(), "ann", "cli", null, NOON);
        return Stream.of(
                new NotProposed(),
                new AwaitingApproval(PROPOSAL, JUDGEMENT, verdict(), NOON.plusSeconds(300), NOON.plusSeconds(150)),
                new AwaitingApproval(PROPOSAL, JUDGEMENT, verdict(), NOON.plusMillis(1), null),
                new HeldByStop(PROPOSAL, List.of(), null, Approvers.ANYBODY, NOON),
                new HeldByStop(PROPOSAL, List.of(verdict()), answer, new Approvers(2, true), NOON),
                new Answered(List.of(verdict()), answer, new Approvers(2, false), NOON));
    }

    private static GivenVerdict verdict() {
        var action = new GovernedAction("r1:1:0", "r1", "default", "restorer", 1, "act", null, "hash");
        return new GivenVerdict(
                action,
                1,
                GivenVerdict.Kind.HOLD_FOR_APPROVAL,
                "because",
                "rule",
                "policy",
                "production",
                JUDGEMENT.nature().effect(),
                true,
                JUDGEMENT.nature().risk(),
                null,
                "r1:1:0",
                null,
                NOON,
                List.of("x"),
                NOON,
                new GrantTerms(new StopEpoch(3, 2, 1, 0), "catalogue", false, 2, NOON));
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyStateComesBackAsItWas(ApprovalState state) {
        var stored = new StoredAction(StoredAction.VERSION, "00-trace", state);
        assertThat(StateCodec.action(StateCodec.bytes(stored))).isEqualTo(stored);
    }

    @Test
    void approvalsForRunsComeBackAsTheyWere() {
        var runApproval = new RunApproval(RunApproval.Scope.of(PROPOSAL, JUDGEMENT), "ann", "r1:1:0", NOON);
        assertThat(StateCodec.runApproval(StateCodec.bytes(runApproval))).isEqualTo(runApproval);
    }

    @Test
    @DisplayName("RUN-23 a pending approval of version 1 is read by this version")
    void version1() throws IOException {
        try (var recorded = StateCodecTest.class.getResourceAsStream("awaiting-approval.v1.json")) {
            StoredAction stored = StateCodec.action(recorded.readAllBytes());
            assertThat(stored.state()).isInstanceOfSatisfying(AwaitingApproval.class, waiting -> {
                assertThat(waiting.deadline()).isEqualTo(NOON.plusSeconds(300));
                assertThat(waiting.proposal().actionId()).isEqualTo("r1:1:0");
                assertThat(waiting.judgement().nature().operation()).isEqualTo("restart");
            });
        }
    }

    @Test
    void fieldsThatALaterVersionAddsAreLeftAlone() {
        String text = new String(StateCodec.bytes(StoredAction.fresh("00-trace")), StandardCharsets.UTF_8);
        String more = text.replace("{\"version\"", "{\"new\":1,\"version\"");
        assertThat(StateCodec.action(more.getBytes(StandardCharsets.UTF_8))).isEqualTo(StoredAction.fresh("00-trace"));
    }

    @Test
    void aLaterVersionIsNotGuessedAt() {
        byte[] later = StateCodec.bytes(new StoredAction(2, "", new NotProposed()));
        assertThatIllegalStateException()
                .isThrownBy(() -> StateCodec.action(later))
                .withMessageContaining("version 2");
    }
}
