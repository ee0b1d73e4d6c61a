package io.flyball.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows under aligned titles, without lines: easy on the eye, and on awk. */
public final class Table {
    private static final String GAP = "  ";
    private static final int LEAST = 12;

    private Table() {}

    /** The lines of the table, the titles first. */
    public static <T> List<String> lines(List<Column<T>> columns, List<T> rows, Terminal terminal) {
        List<List<String>> cells = rows.stream()
                .map(row -> columns.stream().map(column -> column.cell(row)).toList())
                .toList();
        List<String> titles = columns.stream().map(Column::title).toList();
        int[] widths = fit(columns, widths(titles, cells), terminal.width());
        List<String> lines = new ArrayList<>();
        lines.add(terminal.ink().paint(Tone.FAINT, line(titles, widths, Ink.PLAIN)));
        cells.forEach(row -> lines.add(line(row, widths, terminal.ink())));
        return lines;
    }

    private static int[] widths(List<String> titles, List<List<String>> cells) {
        return IntStream.range(0, titles.size())
                .map(i -> cells.stream()
                        .mapToInt(row -> row.get(i).length())
                        .reduce(titles.get(i).length(), Math::max))
                .toArray();
    }

    /** Takes from the widest flexible column until the line fits or none can give more. */
    private static <T> int[] fit(List<Column<T>> columns, int[] widths, int room) {
        int over = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - room;
        while (over > 0) {
            int widest = IntStream.range(0, widths.length)
                    .filter(i -> columns.get(i).flexible() && widths[i] > LEAST)
                    .reduce(-1, (a, b) -> a < 0 || widths[b] > widths[a] ? b : a);
            if (widest < 0) {
                return widths;
            }
            widths[widest]--;
            over--;
        }
        return widths;
    }

    private static String line(List<String> row, int[] widths, Ink ink) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = Text.shorten(row.get(i), widths[i]);
            boolean last = i == widths.length - 1;
            line.append(ink.paint(Tone.of(cell), cell)).append(last ? "" : " ".repeat(widths[i] - cell.length()) + GAP);
        }
        return line.toString().stripTrailing();
    }
}
