package io.flyball.toolexecutor.process;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What something wrote: all of it, or its head and its tail where it was too long to keep. Both are kept somewhat longer
 * than will be shown, so that a secret which a cut would split is still seen whole by the filter.
 *
 * @param head the beginning
 * @param tail the end; empty if the head is everything
 * @param length characters in all, kept or not
 */
public record Output(String head, String tail, long length) {
    public static final Output NONE = new Output("", "", 0);

    public static Output of(String text) {
        return new Output(text, "", text.length());
    }

    private boolean isWhole() {
        return head.length() + tail.length() == length;
    }

    /** The texts that the filter sees: it must see them together. */
    public List<String> parts() {
        return isWhole() ? List.of(head + tail) : List.of(head, tail);
    }

    /** At most about {@code limit} characters of it, each part filtered before it is cut. */
    public String shown(int limit, UnaryOperator<String> filter) {
        if (isWhole()) {
            String text = filter.apply(head + tail);
            return text.length() <= limit ? text : cut(text, text, limit);
        }
        return cut(filter.apply(head), filter.apply(tail), limit);
    }

    private String cut(String from, String to, int limit) {
        int half = limit / 2;
        String first = from.substring(0, between(from, Math.min(from.length(), half)));
        String last = to.substring(between(to, Math.max(0, to.length() - half)));
        long left = Math.max(0, length - first.length() - last.length());
        return first + "\n[... " + left + " of " + length + " characters left out ...]\n" + last;
    }

    /** That place, or the one before it if a character of two halves would be split. */
    private static int between(String text, int at) {
        boolean splits = at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
        return splits ? at - 1 : at;
    }
}
