package io.flyball.costledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TotalsTest {

    @Test
    @DisplayName("COST-8 groups are ranked by what they cost, days follow each other")
    void order() {
        var lines = List.of(line(0, "cheap", 1), line(25, "dear", 5), line(0, "dear", 5), line(25, "also-cheap", 1));

        assertThat(Totals.of(GroupBy.AGENT, lines).groups())
                .extracting(Totals.Group::name)
                .containsExactly("dear", "also-cheap", "cheap");
        assertThat(Totals.of(GroupBy.DAY, lines).groups())
                .extracting(Totals.Group::name)
                .containsExactly("2026-11-21", "2026-11-22");
        assertThat(Totals.of(GroupBy.AGENT, lines).all().costMicros()).isEqualTo(12);
    }

    @Test
    void namesAreTheOnesOfTheDocumentation() {
        assertThat(GroupBy.names()).isEqualTo("agent, model, principal, tenant, tool, run, day, hour");
        assertThat(GroupBy.named("model")).contains(GroupBy.MODEL);
        assertThat(GroupBy.named("MODEL")).isEmpty();
    }

    private static Accounts.Line line(int hour, String agent, long cost) {
        return new Accounts.Line(
                new Bucket.OfHour(Usages.NOON.plus(Duration.ofHours(hour)), Usages.model(agent, "p", "small")),
                new Amount(1, 0, cost, Tokens.NONE, 0));
    }
}
