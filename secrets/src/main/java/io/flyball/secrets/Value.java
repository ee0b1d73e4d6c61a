package io.flyball.secrets;

import java.util.Locale;
import java.util.Set;

/**
 * A value and where it stands, without its quotes.
 *
 * @param start its first character
 * @param end after its last
 * @param quoted whether quotes stand around it
 */
record Value(int start, int end, boolean quoted) {
    private static final Set<String> SCHEMES = Set.of(
            "bearer", "basic", "token", "digest", "negotiate", "apikey", "bot", "key", "splunk", "aws4-hmac-sha256");

    /** Judging a value looks at no more than this, so that a refused value costs little. */
    private static final int LONG = 256;

    static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`' || c == '\\';
    }

    static Value at(Text text, int at) {
        int start = at;
        if (text.at(start) == '\\' && isQuote(text.at(start + 1))) {
            start++;
        }
        char quote = text.at(start);
        if (quote == '"' || quote == '\'' || quote == '`') {
            return new Value(start + 1, closing(text, start + 1, quote), true);
        }
        return new Value(at, bareEnd(text, at), false);
    }

    /** The quote that closes it, or the end of the line. */
    private static int closing(Text text, int from, char quote) {
        int end = from;
        int limit = Math.min(text.length, from + LONG);
        while (end < limit && text.chars[end] != quote && text.chars[end] != '\n') {
            boolean escapedQuote = text.chars[end] == '\\' && text.at(end + 1) == quote;
            if (escapedQuote && text.at(from - 2) == '\\') {
                return end;
            }
            end += text.chars[end] == '\\' ? 2 : 1;
        }
        return Math.min(end, text.length);
    }

    private static int bareEnd(Text text, int from) {
        return bareEnd(text, from, Math.min(text.length, from + LONG));
    }

    private static int bareEnd(Text text, int from, int limit) {
        int end = from;
        while (end < limit && !endsBare(text.chars[end])) {
            end++;
        }
        return end;
    }

    private static boolean endsBare(char c) {
        return c <= ' ' || c == '"' || c == '\'' || c == '`' || c == ',' || c == ';' || c == '&' || c == ')' || c == ']'
                || c == '}' || c == '<' || c == '\\' || c == '(' || c == '|';
    }

    /** Where it really ends; the value itself reaches no further than is needed to judge it. */
    int lastEnd(Text text) {
        return length() < LONG ? end : bareEnd(text, end, text.length);
    }

    int length() {
        return end - start;
    }

    /** Whether it is only the name of a scheme, the secret standing behind it. */
    boolean isScheme(Text text) {
        int first = text.endOf(Alphabet.DASHED, start, 20);
        return first > start
                && text.at(first) == ' '
                && SCHEMES.contains(text.part(start, first).toLowerCase(Locale.ROOT));
    }

    Value afterScheme(Text text) {
        if (!isScheme(text)) {
            return this;
        }
        int from = text.endOf(Alphabet.DASHED, start, 20) + 1;
        return new Value(from, quoted ? Math.max(from, end) : bareEnd(text, from), quoted);
    }
}
