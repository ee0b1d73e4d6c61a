package io.flyball.secrets;

/** Values in columns: below a telling name in the first line of a table, and the lines of a .pgpass. */
final class Tables {
    private static final int MOST_ROWS = 1_000;
    private static final int LONGEST_LINE = 2_000;

    private Tables() {}

    /** Whether the name stands as a column's in a line that has only names. */
    static boolean isHeader(Text text, int start, int end) {
        char sign = separator(text, start, end);
        return sign != 0;
    }

    /** The sign beside it; 0 if it is no column's name. */
    private static char separator(Text text, int start, int end) {
        char after = text.at(end);
        char before = text.at(start - 1);
        char sign = isSign(after) ? after : isSign(before) ? before : 0;
        boolean fits =
                (isSign(after) || after == '\n' || after == '\r') && (isSign(before) || before == '\n' || start == 0);
        return fits ? sign : 0;
    }

    private static boolean isSign(char c) {
        return c == ',' || c == ';' || c == '\t';
    }

    /** Takes the column below; returns where the table ends, or {@code end} if there is none. */
    static int column(Text text, int start, int end, KeyName name, Findings findings) {
        char sign = separator(text, start, end);
        int lineStart = text.string.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
        int lineEnd = text.lineEnd(end);
        if (sign == 0 || start - lineStart > LONGEST_LINE || !onlyNames(text, lineStart, lineEnd, sign)) {
            return end;
        }
        int columns = count(text, lineStart, lineEnd, sign);
        int column = count(text, lineStart, start, sign);
        int at = lineEnd + 1;
        for (int rows = 0; rows < MOST_ROWS && at < text.length; rows++) {
            int rowEnd = text.lineEnd(at);
            if (count(text, at, rowEnd, sign) != columns) {
                break;
            }
            cell(text, at, rowEnd, sign, column, name, findings);
            at = rowEnd + 1;
        }
        return Math.min(text.length, Math.max(end, at));
    }

    private static boolean onlyNames(Text text, int from, int end, char sign) {
        for (int i = from; i < end; i++) {
            char c = text.chars[i];
            if (c != sign && c != '"' && c != '\r' && !Alphabet.DOTTED.has(c)) {
                return false;
            }
        }
        return end - from < LONGEST_LINE;
    }

    private static int count(Text text, int from, int end, char sign) {
        int count = 0;
        for (int i = from; i < Math.min(end, from + LONGEST_LINE); i++) {
            count += text.chars[i] == sign ? 1 : 0;
        }
        return count;
    }

    private static void cell(Text text, int from, int end, char sign, int column, KeyName name, Findings findings) {
        int at = from;
        for (int i = 0; i < column; i++) {
            at = text.string.indexOf(sign, at) + 1;
        }
        int next = text.string.indexOf(sign, at);
        int stop = next < 0 || next > end ? end : next;
        boolean quoted = text.at(at) == '"' && text.at(stop - 1) == '"' && stop - at >= 2;
        Value value = quoted ? new Value(at + 1, stop - 1, true) : new Value(at, stop, true);
        if (Plausibility.of(name, new Link(at, false)).isSecret(text, value)) {
            findings.add(value.start(), value.end(), name.kind());
        }
    }

    /** {@code host:port:database:user:password}, looked at from the first colon of its line. */
    static void pgpass(Text text, int colon, Findings findings) {
        char next = text.at(colon + 1);
        int port = next == '*' ? colon + 2 : text.endOf(Alphabet.DIGIT, colon + 1, 6);
        boolean second = text.at(port) == ':' && port - colon >= (next == '*' ? 2 : 3);
        if (!second || !beginsLine(text, colon)) {
            return;
        }
        int database = field(text, port + 1);
        int user = database < 0 ? -1 : field(text, database + 1);
        int end = user < 0 ? -1 : text.lineEnd(user);
        boolean password =
                end - user > 3 && text.part(user + 1, end).chars().noneMatch(c -> c <= ' ' || c == ':' || c == '/');
        if (user > database + 1 && password && !Placeholder.isOne(text, user + 1, end)) {
            findings.add(user + 1, end, "password");
        }
    }

    private static boolean beginsLine(Text text, int colon) {
        int start = colon;
        while (start > 0
                && colon - start < 64
                && (Alphabet.DOTTED.has(text.chars[start - 1]) || text.chars[start - 1] == '*')) {
            start--;
        }
        return start < colon && (start == 0 || text.chars[start - 1] == '\n') && !isTime(text, start, colon);
    }

    private static boolean isTime(Text text, int start, int colon) {
        return colon - start == 2 && Alphabet.DIGIT.has(text.at(start));
    }

    /** Where the colon stands that ends the field; -1 if none does. */
    private static int field(Text text, int from) {
        int end = from;
        while (end < text.length
                && end - from < 64
                && (Alphabet.DOTTED.has(text.chars[end]) || text.chars[end] == '*')) {
            end++;
        }
        return end > from && text.at(end) == ':' ? end : -1;
    }
}
