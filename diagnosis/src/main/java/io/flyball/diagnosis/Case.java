package io.flyball.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known about an incident.
 *
 * @param known what the inventory's entry and the alert say of where to look, by name; for example {@code port}
 */
public record Case(Map<String, String> known, List<Fact> facts, List<Look> looks) {

    public Case {
        known = Map.copyOf(known);
        facts = List.copyOf(facts);
        looks = List.copyOf(looks);
    }

    Stream<Fact> named(String name) {
        return facts.stream().filter(fact -> fact.name().equals(name));
    }

    /** The look that would have seen such a fact, if one was made and was read whole. */
    Optional<Look> wouldHaveSeen(String fact) {
        return looks.stream().filter(look -> look.wouldHaveSeen(fact)).findFirst();
    }

    /** Whether that probe was made, whatever came of it. */
    public boolean hasLooked(String probe) {
        return looks.stream().anyMatch(look -> look.probe().equals(probe));
    }
}
