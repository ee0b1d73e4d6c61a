package io.flyball.cli.runs;

import io.flyball.cli.terminal.Ink;
import io.flyball.cli.terminal.Text;
import io.flyball.cli.terminal.Tone;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One thing that happened in a run.
 *
 * @param indent columns before the mark
 * @param mark a character or two that tells what it is; its tone is the line's
 * @param text may have several lines
 */
public record StoryLine(int indent, String mark, Tone tone, String text) {
    private static final int LEGIBLE = 100;

    static StoryLine line(int indent, String mark, Tone tone, String text) {
        return new StoryLine(indent, mark, tone, Text.printable(text));
    }

    /** As lines of a terminal that many columns wide. */
    public List<String> render(int width, Ink ink) {
        int start = indent + (mark.isEmpty() ? 0 : mark.length() + 1);
        List<String> lines = Text.wrap(text, Math.min(width, LEGIBLE) - start);
        return IntStream.range(0, lines.size())
                .mapToObj(i -> prefix(i == 0, start) + lines.get(i))
                .map(line -> paint(line, ink).stripTrailing())
                .toList();
    }

    private String prefix(boolean first, int start) {
        return first && !mark.isEmpty() ? " ".repeat(indent) + mark + " " : " ".repeat(start);
    }

    private String paint(String line, Ink ink) {
        String text = line.stripLeading();
        return " ".repeat(line.length() - text.length()) + ink.paint(tone, text);
    }
}
