package io.flyball.secrets;

/**
 * Values beside a name that gives them away: {@code password=...}, YAML, JSON, XML, command-line flags, headers,
 * name-and-value pairs. One pass over the words; only a telling word is looked at closely.
 */
final class KeyedValues implements Detector {

    @Override
    public void find(Text text, Findings findings) {
        int i = 0;
        while (i < text.length) {
            if (Alphabet.WORD.has(text.chars[i])) {
                int end = text.endOf(Alphabet.DOTTED, i);
                i = Math.max(end, afterName(text, i, end, findings));
            } else {
                i = text.startsWith(Placeholders.BEGIN, i) ? i + Placeholders.BEGIN.length() : i + 1;
            }
        }
    }

    /** Where the value beside this name ends if it is a secret, else where the name ends. */
    private static int afterName(Text text, int start, int end, Findings findings) {
        if (!KeyName.mayTell(text, start, end)) {
            return end;
        }
        CommandPasswords.after(text, end, findings);
        if (isScheme(text, start, end, "bearer")) {
            return bearer(text, end, findings);
        }
        if (isScheme(text, start, end, "basic")) {
            return basic(text, end, findings);
        }
        if (text.at(start - 1) == ':' && text.at(end) == ':') {
            // One field of many, as in arn:aws:...:secret:name.
            return end;
        }
        return named(text, start, end, findings);
    }

    private static int named(Text text, int start, int end, Findings findings) {
        Link link = Link.after(text, start, end);
        if (link == Link.NONE && !Tables.isHeader(text, start, end)) {
            return end;
        }
        KeyName name = KeyName.of(text, start, end);
        if (name == KeyName.NOTHING) {
            return end;
        }
        if (link == Link.NONE) {
            return Tables.column(text, start, end, name, findings);
        }
        if (name == KeyName.PASSWORD || name == KeyName.TOKEN) {
            Blocks.find(text, start, link.valueAt(), Plausibility.of(name, link), name, findings);
        }
        return value(text, link, name, findings);
    }

    private static int value(Text text, Link link, KeyName name, Findings findings) {
        Value value = Value.at(text, link.valueAt());
        if (name == KeyName.AUTHORIZATION || value.isScheme(text)) {
            value = value.afterScheme(text);
        }
        if (!Plausibility.of(name, link).isSecret(text, value)) {
            return link.valueAt();
        }
        int end = value.lastEnd(text);
        findings.add(value.start(), end, name.kind());
        return end;
    }

    private static boolean isScheme(Text text, int start, int end, String scheme) {
        return end - start == scheme.length()
                && text.at(end) == ' '
                && text.string.regionMatches(true, start, scheme, 0, scheme.length());
    }

    /** Only what says {@code user:password} in base64. */
    private static int basic(Text text, int end, Findings findings) {
        int valueEnd = text.endOf(Alphabet.BASE64, end + 1);
        boolean credentials = valueEnd - end > 8
                && Base64Texts.decoded(text.part(end + 1, valueEnd))
                        .filter(said -> said.indexOf(':') > 0)
                        .isPresent();
        if (credentials) {
            findings.add(end + 1, valueEnd, "authorization");
        }
        return credentials ? valueEnd : end;
    }

    private static int bearer(Text text, int end, Findings findings) {
        int valueEnd = text.endOf(Alphabet.ANY, end + 1);
        boolean drawn = valueEnd - end > 16 && Randomness.mixesLettersAndDigits(text, end + 1, valueEnd);
        if (drawn && !Placeholder.isOne(text, end + 1, valueEnd)) {
            findings.add(end + 1, valueEnd, "bearer-token");
            return valueEnd;
        }
        return end;
    }
}
