package io.flyball.catalogue.programs;

import io.flyball.catalogue.CommandPermission;
import java.util.List;

/**
 * Which words of a command fill a permission's wildcards; the permission spells out the others.
 *
 * @param pattern the permission's words
 */
record Wildcards(List<String> pattern, int words) {

    static Wildcards of(CommandPermission permission, int words) {
        return new Wildcards(permission.argv(), words);
    }

    /** Whether the permission spells out the whole command. */
    boolean none() {
        return pattern.stream().noneMatch(Wildcards::isOne);
    }

    boolean fills(int index) {
        return index >= pattern.size() || isOne(pattern.get(index));
    }

    private static boolean isOne(String word) {
        return word.equals("*") || word.equals("**");
    }
}
