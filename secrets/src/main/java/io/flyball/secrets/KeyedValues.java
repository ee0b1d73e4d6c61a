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
        if (isBearer(text, start, end)) {
            return bearer(text, end, findings);
        }
        Link link = Link.after(text, start, end);
        if (link == Link.NONE) {
            return end;
        }
        KeyName name = KeyName.of(text, start, end);
        return name == KeyName.NOTHING ? end : value(text, link, name, findings);
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

    private static boolean isBearer(Text text, int start, int end) {
        return end - start == 6 && text.at(end) == ' ' && text.string.regionMatches(true, start, "bearer", 0, 6);
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
