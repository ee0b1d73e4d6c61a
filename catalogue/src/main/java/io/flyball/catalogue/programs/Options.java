package io.flyball.catalogue.programs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options of a program or subcommand.
 *
 * @param flags options that stand alone
 * @param valued options with values, one kind for each
 * @param optional options whose value can only be glued to them
 */
record Options(Set<String> flags, Map<String, List<Kind>> valued, Map<String, Kind> optional) {

    /**
     * Reads {@code -abc --all} (each letter is a flag) and {@code -n=number --color?=text --arg=text,text}.
     *
     * @param bunched whether letters behind one dash are flags of their own
     */
    static Options parse(String flags, String values, Kinds kinds, boolean bunched) {
        Set<String> alone = new HashSet<>();
        for (String word : words(flags)) {
            if (bunched && word.length() > 2 && word.charAt(0) == '-' && word.charAt(1) != '-') {
                word.chars().skip(1).forEach(letter -> alone.add("-" + (char) letter));
            } else {
                alone.add(word);
            }
        }
        Options options = new Options(alone, new HashMap<>(), new HashMap<>());
        words(values).forEach(word -> options.addValued(word, kinds));
        return options;
    }

    static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private void addValued(String word, Kinds kinds) {
        int equals = word.lastIndexOf('=');
        if (equals <= 0) {
            throw new IllegalArgumentException("an option with a value is written --name=kind, not " + word);
        }
        String name = word.substring(0, equals);
        String kind = word.substring(equals + 1);
        if (name.endsWith("?")) {
            optional.put(name.substring(0, name.length() - 1), kinds.named(kind));
        } else {
            valued.put(name, List.of(kind.split(",")).stream().map(kinds::named).toList());
        }
    }

    /** These and those. */
    Options and(Options more) {
        Options both = new Options(new HashSet<>(flags), new HashMap<>(valued), new HashMap<>(optional));
        both.flags.addAll(more.flags);
        both.valued.putAll(more.valued);
        both.optional.putAll(more.optional);
        return both;
    }

    /** Whether the whole word, or what stands before its equals sign, is one of them. */
    boolean knows(String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        return flags.contains(name) || valued.containsKey(name) || optional.containsKey(name);
    }

    /** Whether the word begins with one of those that have a plus sign and one letter. */
    boolean knowsPlus(String word) {
        return knows(word.substring(0, 2));
    }

    boolean isFlag(String option) {
        return flags.contains(option);
    }

    Optional<List<Kind>> values(String option) {
        return Optional.ofNullable(valued.get(option));
    }

    Optional<Kind> glued(String option) {
        return Optional.ofNullable(optional.get(option));
    }
}
