package io.flyball.catalogue.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a program takes besides options, in order; the last may stand for any number.
 *
 * @param kinds one for each place
 * @param open whether the last may be repeated
 * @param least how many there must be
 * @param insteadOfFirst options by which the first is given, so that it does not stand among the operands
 */
record Operands(List<Kind> kinds, boolean open, int least, Set<String> insteadOfFirst) {

    /**
     * Reads {@code sed|-e|--expression read*}; {@code kind?} may be missing, {@code kind+} must be there once, and the
     * options behind a bar give the first operand instead.
     */
    static Operands parse(String text, Kinds kinds) {
        List<Kind> places = new ArrayList<>();
        boolean open = false;
        int least = 0;
        List<String> instead = List.of();
        for (String written : Options.words(text)) {
            List<String> parts = List.of(written.split("\\|"));
            String word = parts.getFirst();
            instead = parts.size() > 1 ? parts.subList(1, parts.size()) : instead;
            char sign = word.charAt(word.length() - 1);
            boolean signed = sign == '*' || sign == '?' || sign == '+';
            places.add(kinds.named(signed ? word.substring(0, word.length() - 1) : word));
            open = sign == '*' || sign == '+';
            least += sign == '*' || sign == '?' ? 0 : 1;
        }
        return new Operands(List.copyOf(places), open, least, Set.copyOf(instead));
    }

    /** These without the first where an option gives it. */
    Operands given(Set<String> options) {
        boolean shifted = options.stream().anyMatch(insteadOfFirst::contains);
        return shifted ? new Operands(kinds.subList(1, kinds.size()), open, least - 1, Set.of()) : this;
    }

    /** The kind of the operand in that place, counted from 0; empty if there may be none. */
    Optional<Kind> at(int place) {
        if (place < kinds.size()) {
            return Optional.of(kinds.get(place));
        }
        return open ? Optional.of(kinds.getLast()) : Optional.empty();
    }

    /** For a message. */
    String names() {
        return kinds.isEmpty()
                ? "none"
                : String.join(" ", kinds.stream().map(Kind::name).toList()) + (open ? " ..." : "");
    }
}
