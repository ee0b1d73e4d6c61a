package io.flyball.cli.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.CommandLineUnderTest;
import io.flyball.cli.ConsoleStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BudgetsCommandTest {
    private static final String DAY = """
            {"budget": "principal:ann:day", "tenant": "default", "period": "2026-11-27", "unit": "micro-dollars",
             "used": 49990000, "held": 0, "limit": %d, "before": 50000000, "percent": 99,
             "resetsAt": "2026-11-28T00:00:00Z"}""";

    private final ConsoleStandIn console = new ConsoleStandIn();

    @AfterEach
    void close() {
        console.close();
    }

    private CommandLineUnderTest flyball() {
        return new CommandLineUnderTest().with("FLYBALL_URL", console.url());
    }

    @Test
    @DisplayName("CLI-3 COST-12 budgets are listed in exact dollars, and one is raised with a reason")
    void listsAndRaises() {
        console.on("GET /api/budgets", "[" + DAY.formatted(50_000_000) + "]");
        console.on(
                "POST /api/budgets/raise", "{\"budget\": " + DAY.formatted(75_500_000) + ", \"resumed\": [\"run-1\"]}");

        assertThat(flyball().run("budgets", "list").out()).contains("principal:ann:day", "$49.99", "$50.00", "99");
        var raised = flyball().run("budgets", "raise", "principal:ann:day", "--to", "$75.50", "--reason", "the sale");
        assertThat(raised.exitCode()).isZero();
        assertThat(raised.out())
                .contains("principal:ann:day may have $75.50 now; $49.99 are used", "Run run-1 goes on.");
        assertThat(console.last("POST /api/budgets/raise").body())
                .isEqualTo("{\"budget\":\"principal:ann:day\",\"unit\":\"micro-dollars\",\"to\":75500000,"
                        + "\"reason\":\"the sale\",\"by\":\"ann\",\"channel\":\"cli\"}");
    }

    @Test
    @DisplayName("COST-10 a limit that is no exact amount, and a raise without a reason, are refused with 2")
    void refuses() {
        assertThat(flyball()
                        .run("budgets", "raise", "all:day", "--to", "$1.0000001", "--reason", "r")
                        .exitCode())
                .isEqualTo(2);
        assertThat(flyball()
                        .run("budgets", "raise", "all:day", "--to", "1e", "--reason", "r")
                        .exitCode())
                .isEqualTo(2);
        assertThat(flyball().run("budgets", "raise", "all:day", "--to", "10").exitCode())
                .isEqualTo(2);
    }
}
