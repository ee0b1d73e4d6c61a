package io.flyball.drills.budgetrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    /** All may spend 12,020 micro-dollars, a person 3,606. */
    private static final SmallBudgets BUDGETS =
            new SmallBudgets(new BudgetRaceSettings("race", 2, Duration.ofSeconds(10), Set.of(Break.FLUSH), 1));

    private static ProviderStandIn.Billed ann(long micros) {
        return new ProviderStandIn.Billed("ann", micros);
    }

    @Test
    @DisplayName("COST-4 a budget is over by what was billed beyond its limit, to the micro-dollar")
    void over() {
        var fits = new Outcome(Map.of("a", ann(3_606)), Map.of(), 0, BUDGETS);
        assertThat(fits.overBy()).containsOnly(Map.entry("all:day", 0L), Map.entry("principal:ann:day", 0L));
        assertThat(fits.unbooked()).isEqualTo(1);
        var over = new Outcome(Map.of("a", ann(3_606), "b", ann(1)), Map.of(), 0, BUDGETS);
        assertThat(over.overBy()).containsEntry("principal:ann:day", 1L).containsEntry("all:day", 0L);
    }

    @Test
    @DisplayName("COST-2 calls whose spender died are apart from those of which all is known")
    void abandoned() {
        var outcome = new Outcome(
                Map.of("told", ann(70), "died", ann(40)),
                Map.of(
                        "told", new Booked.Entry(70, false),
                        "died", new Booked.Entry(100, true),
                        "never sent", new Booked.Entry(5, true)),
                175,
                BUDGETS);
        assertThat(outcome.ledgerMinusProvider()).isZero();
        assertThat(outcome.abandoned()).isEqualTo(new BudgetRaceFigures.Abandoned(2, 105, 40, 0));
        assertThat(outcome.unbooked()).isZero();
    }

    @Test
    @DisplayName("COST-4 a race in which no budget was reached proves nothing, and says so")
    void notReached() {
        assertThat(figures(3_605).broken()).isEmpty();
        assertThat(figures(3_000).broken()).singleElement().asString().contains("none was put to the test");
        assertThat(figures(0).good()).isFalse();
    }

    private static BudgetRaceFigures figures(long spent) {
        return new BudgetRaceFigures(
                "budget-race",
                1,
                Map.of(),
                1,
                Map.of("principal:ann:day", 0L),
                0,
                0,
                0,
                new BudgetRaceFigures.Abandoned(0, 0, 0, 0),
                Map.of("principal:ann:day", spent),
                Map.of("principal:ann:day", 3_606L),
                1);
    }
}
