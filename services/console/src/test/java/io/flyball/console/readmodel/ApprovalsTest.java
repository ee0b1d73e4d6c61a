package io.flyball.console.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Shop;
import io.flyball.console.kit.Teller;
import io.flyball.contract.ApprovalAnswer;
import io.flyball.contract.ApprovalDecision;
import io.flyball.contract.ApprovalRequest;
import io.flyball.contract.Risk;
import io.flyball.contract.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("APR-2 what waits for a person")
class ApprovalsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final ReadModelProperties properties =
            ReadModelPropertiesTest.bind(Map.of("flyball.console.read-model.answered-approvals", "2"));
    private final ChangeFeed feed = new ChangeFeed(properties);
    private final Approvals approvals = new Approvals(
            properties,
            new Runs(properties, feed, Clock.fixed(NOW, ZoneOffset.UTC)),
            feed,
            Clock.fixed(NOW, ZoneOffset.UTC));

    private static ApprovalRequest request(String run, int seconds) {
        return Shop.untilHeld(run, NOW).asks(0, "command", Risk.HIGH, "why", NOW, NOW.plusSeconds(seconds));
    }

    private static ApprovalDecision answer(ApprovalRequest request, String id, String by) {
        return ApprovalDecision.newBuilder(
                        ApprovalRecordTest.answer(id, ApprovalAnswer.APPROVE, by, request.getActionHash()))
                .setApprovalId(request.getId())
                .build();
    }

    @Test
    void theNextToExpireComesFirstAndOnlyPendingOnes() {
        approvals.take(request("r1", 300));
        approvals.take(request("r2", 100));
        approvals.take(request("r3", -1));
        assertThat(approvals.list(false))
                .extracting(it -> it.question().runId())
                .containsExactly("r2", "r1");
        assertThat(approvals.list(true)).hasSize(3);
    }

    @Test
    void ofTwoAnswersAtOnceOnlyTheFirstIsTaken() {
        ApprovalRequest request = request("r1", 300);
        approvals.take(request);
        assertThat(approvals.offer(answer(request, "1", "ann")).orElseThrow().state())
                .isEqualTo(ApprovalView.State.PENDING);
        ApprovalView second = approvals.offer(answer(request, "2", "ben")).orElseThrow();
        assertThat(second.state()).isEqualTo(ApprovalView.State.ANSWERED);
        assertThat(second.answer().by()).isEqualTo("ann");
        assertThat(approvals.list(false)).isEmpty();
    }

    @Test
    void anAnswerThatCouldNotBePublishedMayBeGivenAgain() {
        ApprovalRequest request = request("r1", 300);
        approvals.take(request);
        ApprovalDecision lost = answer(request, "1", "ann");
        approvals.offer(lost);
        approvals.withdraw(lost);
        assertThat(approvals.list(false)).hasSize(1);
    }

    @Test
    void memoryIsBoundedButPendingOnesStay() {
        approvals.take(request("pending", 300));
        for (int i = 0; i < 5; i++) {
            ApprovalRequest request = request("r" + i, 300);
            approvals.take(request);
            approvals.take(Teller.second(request, Verdict.ALLOW, "ann", NOW));
        }
        assertThat(approvals.list(true))
                .extracting(it -> it.question().runId())
                .containsExactlyInAnyOrder("pending", "r3", "r4");
    }
}
