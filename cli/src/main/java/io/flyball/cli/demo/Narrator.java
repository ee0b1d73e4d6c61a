package io.flyball.cli.demo;

import io.flyball.cli.runs.StoryLine;
import io.flyball.cli.terminal.Terminal;
import io.flyball.cli.terminal.Text;
import io.flyball.cli.terminal.Tone;
import java.util.List;

/** Tells the demo at the terminal. */
final class Narrator {
    private final Terminal terminal;

    Narrator(Terminal terminal) {
        this.terminal = terminal;
    }

    void title(String text) {
        terminal.line("");
        tell(new StoryLine(0, "●", Tone.TITLE, text));
    }

    void good(String text) {
        tell(new StoryLine(2, "✓", Tone.GOOD, text));
    }

    void bad(String text) {
        tell(new StoryLine(2, "✗", Tone.BAD, text));
    }

    void gap() {
        terminal.line("");
    }

    /** A name and its value. */
    void fact(String name, String value) {
        if (!value.isBlank()) {
            tell(new StoryLine(2, "%-12s".formatted(name), Tone.PLAIN, Text.printable(value)));
        }
    }

    void tell(List<StoryLine> lines) {
        lines.forEach(this::tell);
    }

    /** A URL must not be broken, so that it can be clicked. */
    void link(String name, String url) {
        terminal.line("  %-12s %s".formatted(name, url));
    }

    private void tell(StoryLine line) {
        line.render(terminal.width(), terminal.ink()).forEach(terminal::line);
    }

    /** A question whose answer is typed behind it. */
    void ask(String question) {
        terminal.out().print("  " + terminal.ink().paint(Tone.WAITING, question) + " ");
        terminal.out().flush();
    }

    /** What was answered without a person's typing. */
    void answered(String text) {
        terminal.line(text);
    }
}
