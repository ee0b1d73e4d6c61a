package io.flyball.cli.terminal;

import java.util.function.Function;

/**
 * One column of a table.
 *
 * @param flexible gives way when the terminal is too narrow
 * @param onlyWide left out of the ordinary table
 */
public record Column<T>(String title, Function<T, String> value, boolean flexible, boolean onlyWide) {

    /** A column that is always shown whole. */
    public static <T> Column<T> of(String title, Function<T, String> value) {
        return new Column<>(title, value, false, false);
    }

    /** A column that is shortened when there is no room. */
    public static <T> Column<T> flexible(String title, Function<T, String> value) {
        return new Column<>(title, value, true, false);
    }

    /** A column of the wide table alone. */
    public static <T> Column<T> wide(String title, Function<T, String> value) {
        return new Column<>(title, value, false, true);
    }

    String cell(T row) {
        return Text.oneLine(value.apply(row));
    }
}
