package io.flyball.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The other copies of values that were recognised: where nothing but the value itself gives them away. Only values that
 * can hardly be a word or a number of the text's own are looked for, so that a password such as {@code app} mangles nothing.
 */
final class Echoes {
    private static final int SHORTEST = 8;
    private static final int MOST = 64;

    private Echoes() {}

    /**
     * Adds a finding for each copy of a value that stands in the text.
     *
     * @param values kinds by value
     */
    static void find(Text text, Map<String, String> values, Findings findings) {
        values.entrySet().stream()
                .filter(value -> isDistinct(value.getKey()))
                .limit(MOST)
                .forEach(value -> copies(text, value.getKey(), value.getValue(), findings));
    }

    /** The same for values that are known to be secret: nobody need recognise them. */
    static void findKnown(Text text, Map<String, String> values, Findings findings) {
        values.forEach((value, kind) -> copies(text, value, kind, findings));
    }

    private static void copies(Text text, String value, String kind, Findings findings) {
        int at = text.string.indexOf(value);
        while (at >= 0) {
            findings.add(at, at + value.length(), kind);
            at = text.string.indexOf(value, at + value.length());
        }
    }

    /** Long enough, of more than one kind of character, and not a placeholder's own words. */
    static boolean isDistinct(String value) {
        return value.length() >= SHORTEST
                && !value.contains(Placeholders.BEGIN)
                && !Placeholders.BEGIN.contains(value)
                && mixes(value);
    }

    /** A plain word or number stands in texts for itself; letters with digits, capitals within or signs do not. */
    private static boolean mixes(String value) {
        List<Boolean> seen = new ArrayList<>(List.of(false, false, false));
        value.chars().forEach(c -> seen.set(Character.isDigit(c) ? 0 : Character.isLetter(c) ? 1 : 2, true));
        return seen.stream().filter(kind -> kind).count() >= 2 || hasInnerCapital(value) && seen.get(1);
    }

    private static boolean hasInnerCapital(String value) {
        return value.chars().skip(1).anyMatch(Character::isUpperCase)
                && value.chars().anyMatch(Character::isLowerCase);
    }
}
