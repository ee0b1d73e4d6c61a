package io.flyball.cli.budgets;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.terminal.Column;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Budgets as people read them. */
final class BudgetColumns {
    static final List<Column<JsonNode>> ALL = List.of(
            Column.flexible("BUDGET", it -> text(it, "budget")),
            Column.of("PERIOD", it -> text(it, "period", "-")),
            Column.of("USED", it -> amount(it, "used")),
            Column.of("LIMIT", it -> amount(it, "limit") + (isRaised(it) ? " (raised)" : "")),
            Column.of("%", it -> text(it, "percent")),
            Column.of("BEGINS ANEW", it -> text(it, "resetsAt", "never")),
            Column.wide("HELD", it -> amount(it, "held")),
            Column.wide("WITHOUT RAISE", it -> amount(it, "before")),
            Column.wide("TENANT", it -> text(it, "tenant")));

    private BudgetColumns() {}

    static String amount(JsonNode budget, String field) {
        return Amounts.text(budget.path(field).asLong(0), text(budget, "unit"));
    }

    private static boolean isRaised(JsonNode budget) {
        return budget.path("limit").asLong(0) > budget.path("before").asLong(0);
    }
}
