package io.flyball.console.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Shop;
import io.flyball.console.kit.Teller;
import io.flyball.contract.ApprovalAnswer;
import io.flyball.contract.ApprovalDecision;
import io.flyball.contract.ApprovalRequest;
import io.flyball.contract.Risk;
import io.flyball.contract.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("APR-2 the first valid answer counts")
class ApprovalRecordTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final ApprovalRequest REQUEST =
            Shop.untilHeld("r1", NOW).asks(0, "shopctl rollback --to 41", Risk.HIGH, "why", NOW, NOW.plusSeconds(300));

    static ApprovalDecision answer(String id, ApprovalAnswer answer, String by, String hash) {
        return ApprovalDecision.newBuilder()
                .setId(id)
                .setApprovalId(REQUEST.getId())
                .setRunId("r1")
                .setActionId(REQUEST.getActionId())
                .setTenant("default")
                .setAnswer(answer)
                .setActionHash(hash)
                .setDecidedBy(by)
                .setChannel("cli")
                .setDecidedAt(NOW.plusSeconds(10))
                .build();
    }

    private static final ApprovalRecord ASKED = ApprovalRecord.EMPTY.asked(ApprovalView.Question.of(REQUEST));

    private static ApprovalView.State state(ApprovalRecord approval, Instant now) {
        return approval.view(now, false).orElseThrow().state();
    }

    @Test
    void pendingUntilItsTimeIsUp() {
        assertThat(state(ASKED, NOW.plusSeconds(299))).isEqualTo(ApprovalView.State.PENDING);
        assertThat(state(ASKED, NOW.plusSeconds(300))).isEqualTo(ApprovalView.State.EXPIRED);
    }

    @Test
    void anAnswerCountsBeforeTheGovernorConfirmsIt() {
        ApprovalRecord answered = ASKED.answered(answer("1", ApprovalAnswer.APPROVE, "ann", REQUEST.getActionHash()));
        assertThat(state(answered, NOW)).isEqualTo(ApprovalView.State.ANSWERED);
        assertThat(answered.view(NOW, false).orElseThrow().answer().by()).isEqualTo("ann");
    }

    @Test
    void anAnswerToAnotherActionIsNone() {
        ApprovalRecord other = ASKED.answered(answer("1", ApprovalAnswer.APPROVE, "ann", "another hash"));
        assertThat(state(other, NOW)).isEqualTo(ApprovalView.State.PENDING);
        ApprovalRecord then = other.answered(answer("2", ApprovalAnswer.DENY, "ben", REQUEST.getActionHash()));
        assertThat(then.view(NOW, false).orElseThrow().answer().by()).isEqualTo("ben");
    }

    @Test
    void theFirstOfTwoAnswersIsNamed() {
        ApprovalRecord twice = ASKED.answered(answer("1", ApprovalAnswer.APPROVE, "ann", REQUEST.getActionHash()))
                .answered(answer("2", ApprovalAnswer.DENY, "ben", REQUEST.getActionHash()));
        assertThat(twice.view(NOW, false).orElseThrow().answer().by()).isEqualTo("ann");
    }

    @Test
    void anAnswerThatWasWithdrawnLeavesItPending() {
        ApprovalRecord answered = ASKED.answered(answer("1", ApprovalAnswer.APPROVE, "ann", REQUEST.getActionHash()));
        assertThat(answered.withdrawn("1")).isEqualTo(ASKED);
    }

    @Test
    void theEndOfItsRunClosesIt() {
        assertThat(ASKED.view(NOW, true).orElseThrow().state()).isEqualTo(ApprovalView.State.CLOSED);
    }

    @Test
    void theGovernorHasTheLastWord() {
        assertThat(state(ASKED.judged(Teller.second(REQUEST, Verdict.ALLOW, "ann", NOW)), NOW))
                .isEqualTo(ApprovalView.State.APPROVED);
        assertThat(state(ASKED.judged(Teller.second(REQUEST, Verdict.DENY, null, NOW.plusSeconds(300))), NOW))
                .isEqualTo(ApprovalView.State.EXPIRED);
        ApprovalRecord denied = ASKED.answered(answer("1", ApprovalAnswer.DENY, "ann", REQUEST.getActionHash()))
                .judged(Teller.second(REQUEST, Verdict.DENY, null, NOW.plusSeconds(10)));
        assertThat(state(denied, NOW)).isEqualTo(ApprovalView.State.DENIED);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void topicsMayBeHeardInAnyOrder(long seed) {
        List<UnaryOperator<ApprovalRecord>> heard = new ArrayList<>(List.of(
                it -> it.asked(ApprovalView.Question.of(REQUEST)),
                it -> it.answered(answer("1", ApprovalAnswer.APPROVE, "ann", REQUEST.getActionHash())),
                it -> it.judged(Teller.second(REQUEST, Verdict.ALLOW, "ann", NOW)),
                it -> it.answered(answer("1", ApprovalAnswer.APPROVE, "ann", REQUEST.getActionHash()))));
        Collections.shuffle(heard, new Random(seed));
        ApprovalRecord record = ApprovalRecord.EMPTY;
        for (UnaryOperator<ApprovalRecord> each : heard) {
            record = each.apply(record);
        }
        assertThat(record.view(NOW, false).orElseThrow().state()).isEqualTo(ApprovalView.State.APPROVED);
        assertThat(record.answers()).hasSize(1);
    }
}
