package io.flyball.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CLI-4 tables and texts")
class TableTest {
    private static final List<Column<String>> COLUMNS =
            List.of(Column.of("WORD", text -> text), Column.flexible("TWICE", text -> text + " " + text));

    private static Terminal terminal(Map<String, String> environment) {
        return Terminal.of(environment, System.out, new PrintStream(System.err), new ByteArrayInputStream(new byte[0]));
    }

    @Test
    void columnsAreAligned() {
        assertThat(Table.lines(COLUMNS, List.of("a", "long one"), terminal(Map.of())))
                .containsExactly("WORD      TWICE", "a         a a", "long one  long one long one");
    }

    @Test
    void theFlexibleColumnGivesWay() {
        var narrow = terminal(Map.of("FLYBALL_COLUMNS", "40", "NO_COLOR", "1"));

        List<String> lines = Table.lines(COLUMNS, List.of("twelve chars", "seventeen letters"), narrow);

        assertThat(lines.get(2))
                .isEqualTo("seventeen letters  seventeen letters se…")
                .hasSize(40);
    }

    @Test
    void aCellStaysOnItsLine() {
        assertThat(Table.lines(COLUMNS, List.of("two\nlines\u001b[31m"), terminal(Map.of()))
                        .get(1))
                .isEqualTo("two lines�[31m  two lines�[31m two lines�[31m");
    }

    @Test
    void textIsWrappedAtSpaces() {
        assertThat(Text.wrap("one two three\n\nfour", 8)).containsExactly("one two", "three", "", "four");
        assertThat(Text.wrap("unbreakable", 4)).containsExactly("unbr", "eaka", "ble");
    }

    @Test
    void aStrangeWidthDoesNoHarm() {
        assertThat(terminal(Map.of("FLYBALL_COLUMNS", "wide")).width()).isEqualTo(80);
        assertThat(terminal(Map.of("FLYBALL_COLUMNS", "3")).width()).isEqualTo(40);
        assertThat(terminal(Map.of()).width()).isEqualTo(Integer.MAX_VALUE);
    }
}
