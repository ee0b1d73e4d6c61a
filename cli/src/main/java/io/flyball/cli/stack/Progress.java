package io.flyball.cli.stack;

import io.flyball.cli.terminal.Ink;
import io.flyball.cli.terminal.Terminal;
import io.flyball.cli.terminal.Tone;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells a person how far it is, line by line. */
record Progress(Consumer<String> lines, Ink ink) {

    static Progress on(Terminal terminal) {
        return new Progress(terminal::line, terminal.ink());
    }

    /** A part is ready. */
    void ready(String name, Duration after, String url) {
        say("  %s %-14s %5s s   %s".formatted(ink.paint(Tone.GOOD, "ready"), name, seconds(after), url));
    }

    void say(String text) {
        lines.accept(text);
    }

    /** Something that nobody ordered. */
    void warn(String text) {
        say(ink.paint(Tone.BAD, text));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1_000.0);
    }
}
