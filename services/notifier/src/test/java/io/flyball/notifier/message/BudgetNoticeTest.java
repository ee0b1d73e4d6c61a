package io.flyball.notifier.message;

import static io.flyball.notifier.Messages.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.notifier.message.BudgetChanged.Change;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BudgetNoticeTest {
    private final BudgetNotice notice = BudgetNotice.load(Path.of("../../catalogue/notifications/budget.md"));

    @Test
    @DisplayName("COST-5 a budget's threshold is told in dollars or tokens, the more serious the more is used")
    void thresholds() {
        Message half = notice.message(event(Change.THRESHOLD_CROSSED, "micro-dollars", 50, 25_000_000, 50_000_000));
        assertThat(half.title()).isEqualTo("Budget principal:ann:day has reached 50 %: $25.00 of $50.00");
        assertThat(half.severity()).isEqualTo("info");

        Message most = notice.message(event(Change.THRESHOLD_CROSSED, "tokens", 80, 800_000, 1_000_000));
        assertThat(most.title()).endsWith("has reached 80 %: 800,000 tokens of 1,000,000 tokens");
        assertThat(most.severity()).isEqualTo("warning");

        assertThat(notice.message(event(Change.EXCEEDED, "tokens", 100, 1, 1)).severity())
                .isEqualTo("critical");
        assertThat(notice.message(event(Change.RESET, "tokens", 0, 0, 1)).severity())
                .isEqualTo("info");
    }

    private static BudgetChanged event(Change change, String unit, int percent, long used, long limit) {
        return new BudgetChanged(
                "b-1", "principal:ann:day", "default", change, unit, percent, used, limit, NOON, null, null, NOON);
    }
}
