package io.flyball.cli.cost;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.output.Json;
import io.flyball.cli.terminal.Column;
import io.flyball.cli.terminal.Table;
import io.flyball.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The ledger's answer as people read it. */
final class CostPage {
    private CostPage() {}

    static void write(Terminal terminal, JsonNode costs, String by, boolean wide) {
        List<JsonNode> rows = new ArrayList<>(costs.path("items").valueStream().toList());
        ObjectNode total = Json.object().put("key", "total");
        costs.path("total").propertyStream().forEach(field -> total.set(field.getKey(), field.getValue()));
        rows.add(total);
        List<Column<JsonNode>> columns =
                columns(by).filter(column -> wide || !column.onlyWide()).toList();
        Table.lines(columns, rows, terminal).forEach(terminal::line);
        terminal.hint("From %s to %s.%s".formatted(text(costs, "from"), text(costs, "to"), omitted(costs)));
    }

    private static Stream<Column<JsonNode>> columns(String by) {
        return Stream.of(
                Column.flexible(by, item -> text(item, "key", "-")),
                Column.of("COST", item -> text(item, "dollars")),
                Column.of("INPUT", item -> text(item.path("tokens"), "input")),
                Column.of("OUTPUT", item -> text(item.path("tokens"), "output")),
                Column.wide("CACHE READ", item -> text(item.path("tokens"), "cacheRead")),
                Column.wide("CACHE WRITE", item -> text(item.path("tokens"), "cacheWrite")),
                Column.of("ENTRIES", item -> text(item, "entries")),
                Column.wide("PRICE GUESSED", item -> text(item, "guessedEntries")),
                Column.wide("MILLISECONDS", item -> text(item, "durationMillis")));
    }

    private static String omitted(JsonNode costs) {
        int omitted = costs.path("omitted").asInt(0);
        return omitted == 0 ? "" : " " + omitted + " more are in the total only.";
    }
}
