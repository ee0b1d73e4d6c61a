package io.flyball.secrets;

/** The string values of a flat JSON object under a key. */
final class JsonData {
    private JsonData() {}

    static void find(Text text, String key, String kind, Findings findings) {
        int at = -1;
        while ((at = text.string.indexOf(key, at + 1)) >= 0) {
            int open = at + key.length();
            while (text.at(open) == ':' || Character.isWhitespace(text.at(open))) {
                open++;
            }
            if (text.at(open) == '{') {
                at = Math.max(at, values(text, open + 1, kind, findings) - 1);
            }
        }
    }

    /** Every second string is a value; returns where the object ends. */
    private static int values(Text text, int from, String kind, Findings findings) {
        boolean key = true;
        int at = from;
        while (at < text.length && text.chars[at] != '}') {
            char c = text.chars[at];
            if (c == '"') {
                Value value = Value.at(text, text.at(at - 1) == '\\' ? at - 1 : at);
                if (!key && !Placeholder.isOne(text, value.start(), value.end())) {
                    findings.add(value.start(), value.end(), kind);
                }
                key = !key;
                at = value.end() + (text.at(value.end()) == '\\' ? 1 : 0);
            }
            at++;
        }
        return at;
    }
}
