package io.flyball.secrets;

/** Values that hang on a telling name over several lines: blocks and lists of YAML, values on the next line, lists of JSON. */
final class Blocks {
    private static final int MOST_LINES = 50;
    private static final int LONGEST_LIST = 4_096;

    private Blocks() {}

    /**
     * Looks at what follows an assignment.
     *
     * @param nameAt where the name begins
     * @param at where a value on the same line would begin
     */
    static void find(Text text, int nameAt, int at, Plausibility plausible, KeyName name, Findings findings) {
        int end = text.lineEnd(at);
        if (text.startsWith(Placeholders.BEGIN, at)) {
            return;
        }
        if (text.at(at) == '[') {
            list(text, at + 1, plausible, name, findings);
        } else if (isEmpty(text, at, end)) {
            nextLine(text, nameAt, end + 1, plausible, name, findings);
        } else if (isBlockSign(text, at, end)) {
            block(text, indent(text, nameAt), end + 1, name, findings);
        }
    }

    private static boolean isEmpty(Text text, int at, int end) {
        return end < text.length
                && end - at < 8
                && text.part(Math.min(at, end), end).isBlank();
    }

    /** {@code |} or {@code >}, perhaps with a sign and a number. */
    private static boolean isBlockSign(Text text, int at, int end) {
        return (text.at(at) == '|' || text.at(at) == '>') && end - at <= 4 && end < text.length;
    }

    private static int indent(Text text, int at) {
        int start = at;
        while (start > 0 && text.chars[start - 1] != '\n' && at - start < 200) {
            start--;
        }
        int first = start;
        while (text.at(first) == ' ') {
            first++;
        }
        return first - start;
    }

    private static void block(Text text, int outer, int from, KeyName name, Findings findings) {
        int at = from;
        for (int lines = 0; lines < MOST_LINES && at < text.length; lines++) {
            int end = text.lineEnd(at);
            int first = at;
            while (text.at(first) == ' ') {
                first++;
            }
            if (first < end && first - at <= outer) {
                return;
            }
            if (first < end && !Placeholder.isOne(text, first, end)) {
                findings.add(first, end, name.kind());
            }
            at = end + 1;
        }
    }

    /** A quoted value alone on its line, or the lines of a list. */
    private static void nextLine(
            Text text, int nameAt, int from, Plausibility plausible, KeyName name, Findings findings) {
        int at = skipSpaces(text, from);
        if (text.at(at) == '"') {
            add(text, Value.at(text, at), plausible, name, findings);
        }
        for (int lines = 0; lines < MOST_LINES && text.at(at) == '-' && text.at(at + 1) == ' '; lines++) {
            Value value = Value.at(text, skipSpaces(text, at + 2));
            boolean key = text.at(value.end() - 1) == ':' || text.at(value.end()) == ':';
            if (!key) {
                add(text, value, plausible, name, findings);
            }
            at = skipSpaces(text, text.lineEnd(at) + 1);
        }
    }

    private static void list(Text text, int from, Plausibility plausible, KeyName name, Findings findings) {
        int at = from;
        int limit = Math.min(text.length, from + LONGEST_LIST);
        while (at < limit && text.chars[at] != ']' && text.chars[at] != '{' && text.chars[at] != '[') {
            char c = text.chars[at];
            if (c <= ' ' || c == ',') {
                at++;
                continue;
            }
            Value value = Value.at(text, at);
            add(text, value, plausible, name, findings);
            at = Math.max(at + 1, value.end() + (value.quoted() ? 1 : 0));
        }
    }

    private static void add(Text text, Value value, Plausibility plausible, KeyName name, Findings findings) {
        if (plausible.isSecret(text, value)) {
            findings.add(value.start(), value.lastEnd(text), name.kind());
        }
    }

    private static int skipSpaces(Text text, int from) {
        int at = from;
        while (at < text.length && at - from < 200 && text.chars[at] == ' ') {
            at++;
        }
        return at;
    }
}
