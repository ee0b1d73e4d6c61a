package io.flyball.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits names into their words: {@code dbPassword}, {@code DB_PASSWORD} and {@code db-password} are the same two. */
final class NameParts {
    private NameParts() {}

    static List<String> of(String name) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean separator = i == name.length() || !Character.isLetterOrDigit(name.charAt(i));
            if (separator || beginsWord(name, start, i)) {
                if (i > start) {
                    parts.add(name.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = separator ? i + 1 : i;
            }
        }
        return parts;
    }

    /** A capital after a small letter, or the last capital of a row before a small letter (as the T in APIToken). */
    private static boolean beginsWord(String name, int start, int i) {
        if (i <= start || !Character.isUpperCase(name.charAt(i))) {
            return false;
        }
        boolean afterSmall = !Character.isUpperCase(name.charAt(i - 1));
        boolean beforeSmall = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        return afterSmall || beforeSmall;
    }
}
