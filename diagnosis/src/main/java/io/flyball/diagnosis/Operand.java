package io.flyball.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * What facts are compared with.
 *
 * @param text as it stands in the file, or the other fact's value
 * @param from the facts that it was taken from; none where the file says it
 */
record Operand(String text, List<Fact> from) {
    static final Operand NONE = new Operand("", List.of());

    /** These facts, and those that they were compared with. */
    List<Fact> with(List<Fact> facts) {
        List<Fact> all = new ArrayList<>(facts);
        all.addAll(from);
        return List.copyOf(all);
    }
}
