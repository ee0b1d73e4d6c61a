package io.flyball.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Fitting text into columns. */
public final class Text {
    private Text() {}

    /** At most that many characters; the last one tells that there was more. */
    public static String shorten(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
    }

    /** Everything on one line; what could move the cursor is made visible, since tools' output is anybody's. */
    public static String oneLine(String text) {
        return printable(text.strip().replaceAll("\\s+", " "));
    }

    /** Without the characters that steer a terminal; line ends stay. */
    public static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\t' ? ' ' : c)
                .map(c ->
                        c != '\n' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) ? '�' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** Lines of at most that many characters, broken at spaces where there are any. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            String rest = paragraph.stripTrailing();
            while (rest.length() > width) {
                int space = rest.lastIndexOf(' ', width);
                int end = space > 0 ? space : width;
                lines.add(rest.substring(0, end));
                rest = rest.substring(end).stripLeading();
            }
            lines.add(rest);
        }
        return lines;
    }
}
