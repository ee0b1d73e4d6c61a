package io.flyball.secrets;

/** PEM and PGP private keys, also where a text was cut in the middle of one. */
final class PrivateKeys implements Detector {
    private static final String KIND = "private-key";
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final int LONGEST_LABEL = 60;

    @Override
    public void find(Text text, Findings findings) {
        int from = 0;
        int begin;
        int searched = 0;
        while ((begin = text.string.indexOf(BEGIN, from)) >= 0) {
            from = begin + BEGIN.length();
            if (labelIsPrivate(text, from) && hasBody(text, from)) {
                from = endOfBlock(text, from);
                findings.add(begin, from, KIND);
                searched = from;
            }
        }
        tailWithoutHead(text, searched, findings);
    }

    private static boolean labelIsPrivate(Text text, int from) {
        String label = text.part(from, Math.min(text.length, from + LONGEST_LABEL));
        int line = label.indexOf('\n');
        return (line < 0 ? label : label.substring(0, line)).contains("PRIVATE KEY");
    }

    /** Whether something of a key follows, or the text was cut before it could: code and messages name the header alone. */
    private static boolean hasBody(Text text, int from) {
        int at = text.string.indexOf("-----", from);
        if (at < 0 || at - from > LONGEST_LABEL) {
            return true;
        }
        at += 5;
        int start = at;
        while (at < text.length && at - start < 200 && isBetween(text.chars[at])) {
            at += text.chars[at] == '\\' && at + 1 < text.length ? 2 : 1;
        }
        int end = text.endOf(Alphabet.BASE64, at, 16);
        return end - at >= 16
                || text.startsWith("Proc-Type", at)
                || text.startsWith("Version", at)
                || at >= text.length;
    }

    private static boolean isBetween(char c) {
        return Character.isWhitespace(c) || c == '\\';
    }

    /** A block without its end reaches to the end of the text. */
    private static int endOfBlock(Text text, int from) {
        int end = text.string.indexOf(END, from);
        if (end < 0) {
            return text.length;
        }
        int close = text.string.indexOf("-----", end + END.length());
        return close < 0 ? text.length : close + 5;
    }

    /** The end of a key whose beginning was cut away. */
    private static void tailWithoutHead(Text text, int from, Findings findings) {
        int end = text.string.indexOf(END, from);
        if (end >= 0 && labelIsPrivate(text, end + END.length()) && text.string.lastIndexOf(BEGIN, end) < from) {
            findings.add(from, endOfBlock(text, end), KIND);
        }
    }
}
