package io.flyball.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.catalogue.InvalidCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T23:30:00Z");
    private static final Spender ANN = new Spender("acme", "ann", "restorer", "q1", List.of("child", "parent"), "shop");

    @TempDir
    Path catalogue;

    @Test
    @DisplayName("COST-3 without a file the documented defaults hold")
    void defaults() {
        assertThat(Budgets.load(catalogue).counters(ANN, NOW))
                .extracting(Counter::budget, Counter::unit, Counter::limit)
                .containsExactlyInAnyOrder(
                        tuple("request:q1", Unit.TOKENS, 50_000),
                        tuple("run:child", Unit.TOKENS, 200_000),
                        tuple("run:parent", Unit.TOKENS, 200_000),
                        tuple("principal:ann:day", Unit.TOKENS, 1_000_000),
                        tuple("principal:ann:day", Unit.MICRO_DOLLARS, 50_000_000),
                        tuple("all:day", Unit.MICRO_DOLLARS, 500_000_000));
    }

    private static org.assertj.core.groups.Tuple tuple(String budget, Unit unit, long limit) {
        return org.assertj.core.groups.Tuple.tuple(budget, unit, limit);
    }

    @Test
    @DisplayName("COST-3 an agent that starts by itself has its own limits by hour and day")
    void autonomousAgents() throws IOException {
        Budgets budgets = new Budgets(BudgetsFile.NONE, List.of("restorer"));

        assertThat(budgets.counters(ANN, NOW))
                .extracting(Counter::budget, Counter::limit)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("agent:restorer:hour", 10_000L),
                        org.assertj.core.groups.Tuple.tuple("agent:restorer:day", 100_000L));
    }

    @Test
    @DisplayName("COST-3 COST-4 limits and midnights are configurable by tenant and agent; the closest rule counts")
    void configured() throws IOException {
        Budgets budgets = budgets("""
                zone: UTC
                zones: {acme: Asia/Tokyo}
                budgets:
                  - {of: principal, per: day, tokens: 7, tenants: [acme], agents: [restorer]}
                  - {of: principal, per: day, tokens: 9, tenants: [acme]}
                  - {of: service, per: month, microDollars: 5}
                  - {of: run}
                """);

        List<Counter> counters = budgets.counters(ANN, NOW);
        assertThat(counters)
                .extracting(Counter::id)
                .contains(
                        "acme/principal:ann:day:2026-11-28/tokens",
                        "acme/service:shop:month:2026-11/micro-dollars",
                        "*/all:day:2026-11-27/micro-dollars")
                .noneMatch(id -> id.contains("run:"));
        assertThat(counters.stream()
                        .filter(c -> c.budget().startsWith("principal"))
                        .toList())
                .singleElement()
                .satisfies(counter -> {
                    assertThat(counter.limit()).isEqualTo(7);
                    assertThat(counter.resetsAt()).isEqualTo("2026-11-28T15:00:00Z");
                });
    }

    @Test
    @DisplayName("COST-6 what the ledger has is added up for the periods of now; yesterday's is not")
    void spent() {
        Budgets budgets = new Budgets(BudgetsFile.NONE, List.of());
        Spender known = new Spender("acme", "ann", "restorer", null, List.of(), null);
        Spender run = new Spender("acme", "ann", "restorer", null, List.of("child"), null);

        Map<Counter, Long> spent = budgets.spent(
                List.of(
                        new Budgets.Spent(known, Instant.parse("2026-11-27T00:00:00Z"), new Charge(10, 100)),
                        new Budgets.Spent(known, Instant.parse("2026-11-27T23:00:00Z"), new Charge(5, 50)),
                        new Budgets.Spent(known, Instant.parse("2026-11-26T23:00:00Z"), new Charge(900, 9_000)),
                        new Budgets.Spent(run, Instant.parse("2026-11-27T23:00:00Z"), new Charge(33, 3))),
                NOW);

        assertThat(spent.entrySet())
                .extracting(entry -> entry.getKey().id(), Map.Entry::getValue)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("acme/principal:ann:day:2026-11-27/tokens", 15L),
                        org.assertj.core.groups.Tuple.tuple("acme/principal:ann:day:2026-11-27/micro-dollars", 150L),
                        org.assertj.core.groups.Tuple.tuple("*/all:day:2026-11-27/micro-dollars", 150L),
                        org.assertj.core.groups.Tuple.tuple("acme/run:child/tokens", 33L));
    }

    @Test
    @DisplayName("COST-3 a file that cannot be right is refused with file and line")
    void refuses() {
        assertThatThrownBy(() -> budgets("budgets:\n  - {of: everything, per: day}\n"))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("budgets.yaml:2")
                .hasMessageContaining("everything");
        assertThatThrownBy(() -> budgets("budgets:\n  - {of: run, per: day}\n")).hasMessageContaining("no 'per'");
        assertThatThrownBy(() -> budgets("budgets:\n  - {of: all, per: day, tokens: -1}\n"))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> budgets("zone: Mars/Base\n")).hasMessageContaining("Mars/Base");
    }

    private Budgets budgets(String text) throws IOException {
        Files.writeString(catalogue.resolve("budgets.yaml"), text);
        return Budgets.load(catalogue);
    }
}
