package io.flyball.secrets;

/** A text in the two shapes that are quick to search: the string by words, the characters one by one. */
final class Text {
    final String string;
    final char[] chars;
    final int length;
    private int lineFrom;
    private int lineEnd = -1;

    Text(String string) {
        this.string = string;
        this.chars = string.toCharArray();
        this.length = chars.length;
    }

    /** The character there, or 0 outside. */
    char at(int index) {
        return index >= 0 && index < length ? chars[index] : 0;
    }

    /** Where the line ends that this place is in. Remembered, so that many looks at one long line cost no more than one. */
    int lineEnd(int at) {
        if (at < lineFrom || at > lineEnd) {
            int end = string.indexOf('\n', at);
            lineFrom = at;
            lineEnd = end < 0 ? length : end;
        }
        return lineEnd;
    }

    String part(int start, int end) {
        return string.substring(start, end);
    }

    boolean startsWith(String prefix, int at) {
        return string.startsWith(prefix, at);
    }

    /** Whether a token may begin here: nothing of a word stands before, or what stands before is an escaped line end. */
    boolean wordMayStart(int at) {
        char before = at(at - 1);
        return !Alphabet.WORD.has(before) || ((before == 'n' || before == 'r' || before == 't') && at(at - 2) == '\\');
    }

    /** The first index from there on whose character the alphabet lacks. */
    int endOf(Alphabet alphabet, int from) {
        int end = from;
        while (end < length && alphabet.has(chars[end])) {
            end++;
        }
        return end;
    }

    /** The same, but it looks at no more than {@code most} characters. */
    int endOf(Alphabet alphabet, int from, int most) {
        int end = from;
        int limit = Math.min(length, from + most);
        while (end < limit && alphabet.has(chars[end])) {
            end++;
        }
        return end;
    }

    /** The first index from which on, up to {@code before}, the alphabet has every character; at most {@code most} back. */
    int startOf(Alphabet alphabet, int before, int most) {
        int start = before;
        while (start > 0 && before - start < most && alphabet.has(chars[start - 1])) {
            start--;
        }
        return start;
    }
}
