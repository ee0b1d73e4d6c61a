package io.flyball.cli.output;

import io.flyball.cli.terminal.Column;
import io.flyball.cli.terminal.Table;
import io.flyball.cli.terminal.Terminal;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The option {@code -o} and what follows from it. */
public final class Output {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "How to write the result: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TABLE;

    /** Whether a program reads it. */
    public boolean forPrograms() {
        return format == Format.JSON || format == Format.YAML;
    }

    /** Whether all columns are wanted. */
    public boolean wide() {
        return format == Format.WIDE;
    }

    /** Writes the data as a program reads it, or else what people read. */
    public void write(Terminal terminal, JsonNode data, Runnable forPeople) {
        switch (format) {
            case JSON -> terminal.line(Json.pretty(data));
            case YAML -> terminal.line(YamlText.of(data).stripTrailing());
            case TABLE, WIDE -> forPeople.run();
        }
    }

    /** One of a stream of events: JSON on one line, or a YAML document. */
    public void writeOne(Terminal terminal, JsonNode data) {
        terminal.line(format == Format.YAML ? "---\n" + YamlText.of(data).stripTrailing() : data.toString());
    }

    /** Writes the elements of a JSON array, for people as a table. */
    public void writeRows(Terminal terminal, JsonNode array, List<Column<JsonNode>> columns, String whenEmpty) {
        writeRows(terminal, array, () -> columns, whenEmpty);
    }

    /** The same; the columns are asked for only if there are rows for people. */
    public void writeRows(
            Terminal terminal, JsonNode array, Supplier<List<Column<JsonNode>>> columns, String whenEmpty) {
        write(terminal, array, () -> rows(terminal, array, columns, whenEmpty));
    }

    private void rows(Terminal terminal, JsonNode array, Supplier<List<Column<JsonNode>>> columns, String whenEmpty) {
        List<JsonNode> rows = array.valueStream().toList();
        if (rows.isEmpty()) {
            terminal.hint(whenEmpty);
            return;
        }
        List<Column<JsonNode>> shown = columns.get().stream()
                .filter(column -> wide() || !column.onlyWide())
                .toList();
        Table.lines(shown, rows, terminal).forEach(terminal::line);
    }
}
