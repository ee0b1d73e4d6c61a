package io.flyball.notifier.channel;

import io.flyball.notifier.message.Message;

/** Long texts end early, and say where the rest is. */
final class Cut {
    private Cut() {}

    static String to(int most, String text, Message message) {
        if (text.length() <= most) {
            return text;
        }
        String pointer = pointer(message);
        int end = most - pointer.length();
        // Not between the halves of one character.
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + pointer;
    }

    static String pointer(Message message) {
        String console = message.links().get("console");
        return "\n... cut here; all of it is in the console" + (console == null ? "" : ": " + console);
    }
}
