package io.flyball.secrets;

/**
 * How a value hangs on its name.
 *
 * @param valueAt where the value begins, its quote included; -1 when nothing hangs on the name
 * @param loose whether it only stands beside it, as in a list or after a flag
 */
record Link(int valueAt, boolean loose) {
    static final Link NONE = new Link(-1, false);
    private static final int WIDEST = 64;

    static Link after(Text text, int start, int end) {
        int at = skipClosing(text, end);
        char c = text.at(at);
        if (c == '>' && text.at(start - 1) == '<' && text.at(start - 2) != ':') {
            return new Link(skipSpace(text, at + 1), false);
        }
        Link assigned = assignment(text, end, at);
        if (assigned != NONE) {
            return assigned;
        }
        Link pair = nameAndValue(text, at);
        return pair != NONE ? pair : beside(text, start, end, at);
    }

    /** Past the quote, bracket or blank that closes the name. */
    private static int skipClosing(Text text, int from) {
        int at = from;
        while (at < text.length && at - from < 12 && isClosing(text.chars[at])) {
            at++;
        }
        return at;
    }

    private static boolean isClosing(char c) {
        return c == '"' || c == '\'' || c == '`' || c == '\\' || c == ']' || c == ' ' || c == '\t';
    }

    /** {@code : = := ::= ?= .= => -> |=}; also {@code name type = value}. */
    private static Link assignment(Text text, int end, int at) {
        int past = pastOperator(text, at);
        if (past > at) {
            return new Link(skipBlanks(text, pastType(text, skipBlanks(text, past))), false);
        }
        int type = text.endOf(Alphabet.WORD, at, 12);
        if (at == end || type == at || text.at(type) != ' ') {
            return NONE;
        }
        int operator = type + 1;
        int pastTyped = pastOperator(text, operator);
        boolean quoted = pastTyped > operator && Value.isQuote(text.at(skipBlanks(text, pastTyped)));
        return quoted ? new Link(skipBlanks(text, pastTyped), false) : NONE;
    }

    private static int pastOperator(Text text, int at) {
        int end = at;
        boolean assigns = false;
        while (end < text.length && end - at < 4 && ":=?.|>-+~".indexOf(text.chars[end]) >= 0) {
            char c = text.chars[end];
            assigns |= c == ':' || c == '=' || (c == '>' && text.at(end - 1) == '-' && end > at);
            end++;
            if (c == '=' && text.at(end) != '>' && text.at(end) != '=' || c == '>') {
                break;
            }
        }
        boolean scheme = text.startsWith("://", at)
                || text.startsWith("::", at) && text.at(at + 2) != '=' && text.at(at + 2) != ':';
        return assigns && !scheme ? end : at;
    }

    /** {@code token: string = "..."}: the type is not the value. */
    private static int pastType(Text text, int at) {
        int type = text.endOf(Alphabet.WORD, at, 12);
        if (type == at || text.at(type) != ' ') {
            return at;
        }
        int past = pastOperator(text, type + 1);
        return past > type + 1 && Value.isQuote(text.at(skipBlanks(text, past))) ? past : at;
    }

    /** {@code name: DB_PASSWORD, value: ...} and {@code key="Password" value="..."}. */
    private static Link nameAndValue(Text text, int at) {
        int word = at;
        while (word < text.length && word - at < WIDEST && " \t\r\n,\"'\\}".indexOf(text.chars[word]) >= 0) {
            word++;
        }
        if (word == at && text.at(at - 1) != ' ' && !Value.isQuote(text.at(at - 1)) || !isValueWord(text, word)) {
            return NONE;
        }
        int operator = skipClosing(text, word + 5);
        int past = pastOperator(text, operator);
        return past > operator ? new Link(skipBlanks(text, past), false) : NONE;
    }

    private static boolean isValueWord(Text text, int at) {
        return text.string.regionMatches(true, at, "value", 0, 5) && !Alphabet.WORD.has(text.at(at + 5));
    }

    /** {@code ("TOKEN", "...")}, {@code --password ...}. */
    private static Link beside(Text text, int start, int end, int at) {
        boolean flag = text.at(start - 1) == '-' && text.at(start - 2) == '-';
        if (text.startsWith("ENV ", start - 4) && text.at(end) == ' ') {
            return new Link(end + 1, false);
        }
        if (text.at(at) == ',' && Value.isQuote(text.at(skipBlanks(text, at + 1))) && at > end) {
            return new Link(skipBlanks(text, at + 1), !flag);
        }
        return flag && at > end && at < text.length ? new Link(end + 1, false) : NONE;
    }

    private static int skipBlanks(Text text, int from) {
        int at = from;
        while (at - from < WIDEST && (text.at(at) == ' ' || text.at(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static int skipSpace(Text text, int from) {
        int at = from;
        while (at - from < WIDEST && at < text.length && Character.isWhitespace(text.chars[at])) {
            at++;
        }
        return at;
    }
}
