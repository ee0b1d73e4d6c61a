package io.flyball.secrets;

import java.util.List;

/** Tells values that stand for a secret (blanks, references, examples) from secrets. */
final class Placeholder {
    private static final List<String> REFERENCES = List.of(
            "${",
            "$(",
            "%(",
            "<",
            "`",
            "ENC[",
            "secret://",
            "vault:",
            "arn:",
            "!Ref",
            "[secret:",
            "[REDACTED",
            "[redacted",
            "[FILTERED",
            "[filtered",
            "[hidden",
            "(hidden",
            "(redacted",
            "!vault",
            "!secret",
            "!Sub",
            "!GetAtt",
            "{{",
            "Optional[",
            "getpass",
            "random_password",
            "var.",
            "env.",
            "os.environ",
            "os.getenv",
            "process.env",
            "data.",
            "local.",
            "module.",
            "System.getenv",
            "#{",
            "@Microsoft.KeyVault",
            "file(",
            "null",
            "None",
            "nil",
            "undefined",
            "***");
    private static final List<String> WORDS = List.of(
            "xxxx",
            "XXXX",
            "[Redacted]",
            "REDACTED",
            "****",
            "....",
            "EXAMPLE",
            "YOUR_",
            "YOUR-",
            "your-",
            "your_",
            "<your");

    private Placeholder() {}

    static boolean isOne(Text text, int start, int end) {
        return end <= start || isMonotonous(text, start, end) || isReference(text, start, end);
    }

    /** So few different characters that nobody drew it: a blank, a row of x, 0000. */
    static boolean isMonotonous(Text text, int start, int end) {
        int length = Math.min(end - start, 64);
        int different = Long.bitCount(seen(text, start, length, 0)) + Long.bitCount(seen(text, start, length, 64));
        return different <= 2 || (length >= 16 && different <= 4);
    }

    private static long seen(Text text, int start, int length, int base) {
        long seen = 0;
        for (int i = start; i < start + length; i++) {
            int c = text.chars[i] & 127;
            if (c >= base && c < base + 64) {
                seen |= 1L << (c - base);
            }
        }
        return seen;
    }

    private static boolean isReference(Text text, int start, int end) {
        for (String reference : REFERENCES) {
            if (text.startsWith(reference, start) && start + reference.length() <= end) {
                return true;
            }
        }
        return isVariable(text, start, end) || containsBlank(text, start, end);
    }

    /** {@code $NAME}, or {@code %NAME%}. */
    private static boolean isVariable(Text text, int start, int end) {
        char first = text.at(start);
        if (first != '$' && first != '%') {
            return false;
        }
        int name = text.endOf(Alphabet.WORD, start + 1);
        return name > start + 1 && (name >= end || (first == '%' && name == end - 1));
    }

    private static boolean containsBlank(Text text, int start, int end) {
        String head = text.part(start, Math.min(end, start + 80));
        return WORDS.stream().anyMatch(head::contains);
    }
}
