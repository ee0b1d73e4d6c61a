package io.flyball.planner.plan;

import java.util.regex.Pattern;

/**
 * Text that came from outside: labels, logs, tool results. It is shown to people and models only without what they cannot
 * see: control characters, terminal sequences, zero-width and direction marks, tags.
 */
public final class OutsideText {
    /** Terminal control sequences, whole, so that their visible rest does not stay behind. */
    private static final Pattern TERMINAL =
            Pattern.compile("\u001B\\[[0-?]*[ -/]*[@-~]|\u001B\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?|\u001B.?");

    private OutsideText() {}

    /** The text without anything invisible; line breaks and tabs stay. */
    public static String visible(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        TERMINAL.matcher(text)
                .replaceAll("")
                .replace("\r\n", "\n")
                .codePoints()
                .filter(OutsideText::isVisible)
                .forEach(seen::appendCodePoint);
        return seen.toString();
    }

    /** The same, at most that many characters, and it says so where something is missing. */
    public static String excerpt(String text, int most) {
        String seen = visible(text);
        if (seen.length() <= most) {
            return seen;
        }
        int cut = Character.isHighSurrogate(seen.charAt(most - 1)) ? most - 1 : most;
        return seen.substring(0, cut) + "… (" + (seen.length() - cut) + " characters more)";
    }

    /** Whether there is anything in it that people do not see, line breaks and tabs included. */
    public static boolean isPlainLine(String text) {
        return text.equals(visible(text)) && text.indexOf('\n') < 0 && text.indexOf('\t') < 0;
    }

    private static boolean isVisible(int c) {
        if (c == '\n' || c == '\t') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isSelectorOrFiller(c);
        };
    }

    /** Variation selectors and fillers count as marks and letters, but nobody sees them. */
    private static boolean isSelectorOrFiller(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF)
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0
                || c == 0x2800;
    }
}
