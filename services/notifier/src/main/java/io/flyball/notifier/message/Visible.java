package io.flyball.notifier.message;

/** Text of others made safe to look at: what cannot be seen, or would change how the rest is seen, is written out. */
public final class Visible {
    private Visible() {}

    /** On one line. */
    public static String line(String text) {
        return escape(text, false);
    }

    /** On as many lines as it has. */
    public static String lines(String text) {
        return escape(text.replace("\r\n", "\n"), true);
    }

    private static String escape(String text, boolean keepLines) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (keepLines && (c == '\n' || c == '\t') || !deceives(c)) {
                visible.appendCodePoint(c);
            } else {
                visible.append("\\u%04x".formatted(c));
            }
        });
        return visible.toString();
    }

    private static boolean deceives(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
