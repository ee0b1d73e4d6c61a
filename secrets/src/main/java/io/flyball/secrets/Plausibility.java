package io.flyball.secrets;

import java.util.Locale;
import java.util.Set;

/** Decides whether a value beside a telling name is the secret or only words about it. */
enum Plausibility {
    PASSWORD {
        @Override
        boolean fits(Text text, Value value) {
            return value.length() >= 3
                    && (value.quoted() || !isProse(text, value))
                    && !isCode(text, value)
                    && !isCount(text, value);
        }
    },
    TOKEN {
        @Override
        boolean fits(Text text, Value value) {
            return value.length() >= 10
                    && !isPlace(text, value)
                    && !isName(text, value)
                    && !hasSpace(text, value)
                    && !Typed.byHand(text, value.start(), value.end())
                    && (drawn(text, value) || longNumber(text, value));
        }
    },
    HINT {
        @Override
        boolean fits(Text text, Value value) {
            return value.length() >= 20
                    && !isPlace(text, value)
                    && !hasSpace(text, value)
                    && !Typed.byHand(text, value.start(), value.end())
                    && Randomness.digits(text, value.start(), value.end()) >= 3
                    && Randomness.entropy(text, value.start(), value.end()) >= 3.3
                    && drawn(text, value)
                    && !isPutTogether(text, value);
        }
    },
    AUTHORIZATION {
        @Override
        boolean fits(Text text, Value value) {
            return value.length() >= 6 && !isProse(text, value);
        }
    };

    private static final Set<String> PROSE = Set.of(
            "true",
            "false",
            "yes",
            "no",
            "none",
            "null",
            "nil",
            "undefined",
            "required",
            "invalid",
            "expired",
            "failed",
            "missing",
            "incorrect",
            "optional",
            "authentication",
            "authorization",
            "unknown",
            "string",
            "enabled",
            "disabled",
            "default",
            "prompt",
            "empty",
            "hidden",
            "never",
            "always",
            "supplied",
            "provided",
            "unset",
            "str",
            "text",
            "password",
            "secret",
            "token",
            "redacted",
            "masked",
            "filtered",
            "bool",
            "boolean",
            "number",
            "integer",
            "object",
            "bytes",
            "varchar");

    abstract boolean fits(Text text, Value value);

    static Plausibility of(KeyName name, Link link) {
        return switch (name) {
            case PASSWORD -> link.loose() ? TOKEN : PASSWORD;
            case TOKEN -> TOKEN;
            case HINT, NOTHING -> HINT;
            case AUTHORIZATION -> AUTHORIZATION;
        };
    }

    boolean isSecret(Text text, Value value) {
        return value.length() > 0 && !Placeholder.isOne(text, value.start(), value.end()) && fits(text, value);
    }

    /** {@code signature: SHA-256-Digest: ...}: another name, not a value. */
    private static boolean isName(Text text, Value value) {
        return !value.quoted() && text.at(value.end() - 1) == ':';
    }

    /** {@code nightly-backup-20261126-3}: words and numbers with signs between them, none of which mixes letters and digits. */
    private static boolean isPutTogether(Text text, Value value) {
        boolean together = false;
        for (int i = value.start() + 1; i < value.end(); i++) {
            char before = text.chars[i - 1];
            char c = text.chars[i];
            boolean mixes = Character.isLetter(before) && Character.isDigit(c)
                    || Character.isDigit(before) && Character.isLetter(c);
            if (mixes || !Character.isLetterOrDigit(c) && "-_.".indexOf(c) < 0) {
                return false;
            }
            together |= !Character.isLetterOrDigit(c);
        }
        return together;
    }

    private static boolean drawn(Text text, Value value) {
        return Randomness.mixesLettersAndDigits(text, value.start(), value.end())
                        && Randomness.entropy(text, value.start(), value.end()) >= 2.7
                || value.length() >= 24 && Randomness.entropy(text, value.start(), value.end()) >= 4.0;
    }

    private static boolean longNumber(Text text, Value value) {
        return value.length() >= 20 && Randomness.digits(text, value.start(), value.end()) == value.length();
    }

    /** A word that people write in a sentence, or one of several small words in a row. */
    private static boolean isProse(Text text, Value value) {
        String word = text.part(value.start(), Math.min(value.end(), value.start() + 20))
                .toLowerCase(Locale.ROOT);
        boolean small = word.chars().allMatch(c -> c >= 'a' && c <= 'z' || c == '-');
        int next = value.end() + 1;
        boolean goesOn = text.at(value.end()) == ' '
                && (Alphabet.ALNUM.has(text.at(next)) || text.startsWith(Placeholders.BEGIN, next));
        return PROSE.contains(word) || small && goesOn;
    }

    /** {@code pass=1234 fail=3}: results of tests are counted so. */
    private static boolean isCount(Text text, Value value) {
        boolean digits = Randomness.digits(text, value.start(), value.end()) == value.length();
        int before = value.start() - 1;
        while (before >= 0 && value.start() - before < 3 && " :=".indexOf(text.at(before)) >= 0) {
            before--;
        }
        boolean pass = text.startsWith("pass", before - 3) && !Alphabet.WORD.has(text.at(before - 4));
        return digits && pass;
    }

    /** A reference such as {@code settings.db.password}, or a call. */
    private static boolean isCode(Text text, Value value) {
        if (value.quoted()) {
            return false;
        }
        boolean called = text.at(value.end()) == '(';
        boolean dotted = false;
        for (int i = value.start(); i < value.end(); i++) {
            char c = text.chars[i];
            dotted |= c == '.';
            if (!Character.isLetter(c) && c != '_' && c != '.') {
                return called;
            }
        }
        return called || dotted;
    }

    /** A path, a URL or an address rather than what it holds. */
    private static boolean isPlace(Text text, Value value) {
        String head = text.part(value.start(), Math.min(value.end(), value.start() + 12));
        return head.startsWith("/") || head.startsWith("./") || head.startsWith("~/") || head.contains("://");
    }

    private static boolean hasSpace(Text text, Value value) {
        for (int i = value.start(); i < value.end(); i++) {
            if (text.chars[i] <= ' ') {
                return true;
            }
        }
        return false;
    }
}
