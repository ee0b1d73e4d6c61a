package io.flyball.toolexecutor.tools;

import java.util.regex.Pattern;

/** Makes what a stranger wrote fit to be shown: whole, but unable to hide or to turn around what stands beside it. */
public final class Words {
    /** Control characters, and those that have no look of their own or change the direction of others. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\u2028\\u2029&&[^\\n\\t]]");

    private Words() {}

    /** The same text with every unseen character spelled out. */
    public static String plain(String text) {
        return UNSEEN.matcher(text)
                .replaceAll(found -> "\\\\u{%x}".formatted(found.group().codePointAt(0)));
    }

    /** The same, at most that many characters of it. */
    public static String plain(String text, int most) {
        return text.length() <= most ? plain(text) : plain(text.substring(0, most)) + "…";
    }

    /** What a failure says, never nothing. */
    public static String of(Throwable failure) {
        String message = failure.getMessage();
        return plain(message == null || message.isBlank() ? failure.getClass().getSimpleName() : message, 500);
    }
}
