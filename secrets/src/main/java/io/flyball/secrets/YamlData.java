package io.flyball.secrets;

/** The values of {@code data:} and {@code stringData:} in a YAML document, line by line, by their indentation. */
final class YamlData {
    private YamlData() {}

    static void find(Text text, int start, int end, String kind, Findings findings) {
        int inside = -1;
        int line = start;
        while (line < end) {
            int next = endOfLine(text, line, end);
            int indent = indent(text, line, next);
            boolean blank = line + indent >= next;
            if (!blank && indent <= inside) {
                inside = -1;
            }
            if (inside >= 0 && !blank) {
                value(text, line + indent, next, kind, findings);
            } else if (!blank && opensData(text, line + indent)) {
                inside = indent;
            }
            line = next + 1;
        }
    }

    private static int endOfLine(Text text, int from, int end) {
        return Math.min(end, text.lineEnd(from));
    }

    private static int indent(Text text, int line, int end) {
        int at = line;
        while (at < end && (text.chars[at] == ' ' || text.chars[at] == '\t' || text.chars[at] == '\r')) {
            at++;
        }
        return at - line;
    }

    private static boolean opensData(Text text, int at) {
        return text.startsWith("data:", at) || text.startsWith("stringData:", at);
    }

    /** {@code key: value}, or a line of a block. */
    private static void value(Text text, int from, int end, String kind, Findings findings) {
        if (text.at(from) == '#') {
            return;
        }
        int key = text.endOf(Alphabet.DOTTED, from);
        int start = from;
        if (text.at(key) == ':') {
            start = key + 1;
            while (start < end && " \"'\t".indexOf(text.chars[start]) >= 0) {
                start++;
            }
        }
        int stop = end;
        while (stop > start && " \"'\r\t".indexOf(text.chars[stop - 1]) >= 0) {
            stop--;
        }
        boolean block = stop - start <= 2 && (text.at(start) == '|' || text.at(start) == '>');
        if (!block && !Placeholder.isOne(text, start, stop)) {
            findings.add(start, stop, kind);
        }
    }
}
