package io.flyball.secrets;

import java.util.List;

/**
 * Passwords that stand where a command, a file or a statement has them, without a telling name and sign before them. Asked
 * by {@link KeyedValues}, which passes over the words anyway.
 */
final class CommandPasswords {
    private static final String KIND = "password";
    private static final int LINE = 512;

    /**
     * A place.
     *
     * @param word what a line must hold
     * @param before what stands directly before the password, further on in that line
     * @param afterColon whether only what follows a colon is the password, as in {@code user:password}
     */
    private record Place(String word, String before, boolean afterColon) {
        boolean endsAt(Text text, int end) {
            return text.string.regionMatches(true, end - word.length(), word, 0, word.length());
        }
    }

    private static final List<Place> PLACES = List.of(
            new Place("curl", " -u ", true),
            new Place("curl", " -u", true),
            new Place("curl", " --user ", true),
            new Place("curl", " --proxy-user ", true),
            new Place("mysql", " -p", false),
            new Place("mysqldump", " -p", false),
            new Place("mariadb", " -p", false),
            new Place("sshpass", " -p ", false),
            new Place("sshpass", " -p", false),
            new Place("redis-cli", " -a ", false),
            new Place("docker login", " -p ", false),
            new Place("http", " -a ", true),
            new Place("ldapsearch", " -w ", false),
            new Place("ldapmodify", " -w ", false),
            new Place("snmpwalk", " -A ", false),
            new Place("snmpwalk", " -X ", false),
            new Place("snmpget", " -A ", false),
            new Place("snmpget", " -X ", false),
            new Place("bindpw", " ", false),
            new Place("storepass", " ", false),
            new Place("requirepass", " ", false),
            new Place("masterauth", " ", false),
            new Place("identified", " by ", false),
            new Place("with password", " ", false),
            new Place("login", " password ", false));

    /** The words after which to ask. */
    static final List<String> WORDS = PLACES.stream()
            .map(place -> place.word().substring(place.word().lastIndexOf(' ') + 1))
            .toList();

    private CommandPasswords() {}

    /** Looks at what follows the word that ends there. */
    static void after(Text text, int end, Findings findings) {
        for (Place place : PLACES) {
            if (place.endsAt(text, end)) {
                inLine(text, end, place, findings);
            }
        }
    }

    private static void inLine(Text text, int from, Place place, Findings findings) {
        int end = Math.min(text.length, from + LINE);
        int newline = text.string.indexOf('\n', from, end);
        int lineEnd = newline < 0 ? end : newline;
        int before =
                isStatement(place) ? directly(text, from, place) : text.string.indexOf(place.before(), from, lineEnd);
        if (before >= 0
                && fits(text, from, before, place)
                && before + place.before().length() < lineEnd) {
            password(text, before + place.before().length(), lineEnd, place, findings);
        }
    }

    private static boolean isStatement(Place place) {
        return place.before().equals(" ") || place.before().equals(" by ");
    }

    /** A statement has its password directly behind it. */
    private static int directly(Text text, int from, Place place) {
        String before = place.before();
        return text.string.regionMatches(true, from, before, 0, before.length()) ? from : -1;
    }

    /** A netrc has it one word further on, a command anywhere. */
    private static boolean fits(Text text, int from, int before, Place place) {
        return !place.before().equals(" password ")
                || text.part(from, before).strip().indexOf(' ') < 0;
    }

    private static void password(Text text, int at, int lineEnd, Place place, Findings findings) {
        Value value = Value.at(text, at);
        int start = value.start();
        int end = Math.min(value.end(), lineEnd);
        if (place.afterColon() && text.at(start) == '<') {
            return;
        }
        if (place.afterColon()) {
            int colon = text.string.indexOf(':', start, end);
            start = colon < 0 ? end : colon + 1;
        }
        boolean option = text.at(start) == '-' || text.at(start) == ' ';
        if (end - start >= 3 && !option && !Placeholder.isOne(text, start, end)) {
            findings.add(start, end, KIND);
        }
    }
}
