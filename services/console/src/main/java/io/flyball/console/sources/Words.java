package io.flyball.console.sources;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as mapping files list them: in any case, with an asterisk for any characters. */
final class Words {
    private static final int LONGEST = 500;

    private Words() {}

    static boolean has(List<String> words, String told) {
        String start = told.length() <= LONGEST ? told : told.substring(0, LONGEST);
        String lower = start.toLowerCase(Locale.ROOT).strip();
        return words.stream().anyMatch(word -> fits(word.toLowerCase(Locale.ROOT), lower));
    }

    private static boolean fits(String word, String told) {
        if (!word.contains("*")) {
            return word.equals(told);
        }
        String pattern = Pattern.quote(word).replace("*", "\\E.*\\Q");
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(told).matches();
    }
}
