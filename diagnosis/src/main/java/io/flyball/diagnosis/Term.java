package io.flyball.diagnosis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of facts: {@code port.owner({{port}}) != {{process}}}.
 *
 * @param none whether it says that no such fact is there
 * @param fact name of the facts that are compared
 * @param key which of them; absent for any
 * @param comparison absent where such a fact is all that is asked for
 */
record Term(
        boolean none,
        String fact,
        @Nullable Key key,
        @Nullable Comparison comparison) {

    /** Which of several facts of one name. */
    sealed interface Key {
        /** That one. */
        record Exactly(Text text) implements Key {}

        /** The one that the whole cause is about: {@code $mount}. */
        record Bound(String variable) implements Key {}
    }

    Answer ask(Case known, Map<String, String> values) {
        Optional<String> wanted = key == null ? Optional.of("") : wantedKey(values);
        if (wanted.isEmpty()) {
            return new Answer.Unknown(List.of(fact));
        }
        Optional<Operand> operand = comparison == null
                ? Optional.of(Operand.NONE)
                : comparison.operand().value(known, values);
        if (operand.isEmpty()) {
            return new Answer.Unknown(needed());
        }
        List<Fact> candidates = known.named(fact)
                .filter(each -> key == null || each.key().equals(wanted.get()))
                .toList();
        return none ? noneOf(known, candidates, operand.get()) : anyOf(known, candidates, operand.get());
    }

    private Optional<String> wantedKey(Map<String, String> values) {
        return switch (key) {
            case null -> Optional.empty();
            case Key.Exactly exactly -> exactly.text().filled(values);
            case Key.Bound bound -> Optional.ofNullable(values.get(bound.variable()));
        };
    }

    private Answer anyOf(Case known, List<Fact> candidates, Operand operand) {
        List<Fact> found = fitting(candidates, operand);
        if (!found.isEmpty()) {
            return new Answer.Holds(operand.with(found), List.of());
        }
        return known.wouldHaveSeen(fact)
                .<Answer>map(look -> new Answer.Fails(operand.with(candidates), absent(look, candidates)))
                .orElseGet(() -> new Answer.Unknown(List.of(fact)));
    }

    private Answer noneOf(Case known, List<Fact> candidates, Operand operand) {
        List<Fact> found = fitting(candidates, operand);
        if (!found.isEmpty()) {
            return new Answer.Fails(operand.with(found), List.of());
        }
        return known.wouldHaveSeen(fact)
                .<Answer>map(look -> new Answer.Holds(operand.with(candidates), absent(look, candidates)))
                .orElseGet(() -> new Answer.Unknown(List.of(fact)));
    }

    private List<Fact> fitting(List<Fact> candidates, Operand operand) {
        return candidates.stream()
                .filter(each -> comparison == null || comparison.operator().holds(each.value(), operand))
                .toList();
    }

    private static List<String> absent(Look look, List<Fact> candidates) {
        return candidates.isEmpty() ? List.of("the probe " + look.probe() + " ran and saw none") : List.of();
    }

    private List<String> needed() {
        return List.copyOf(facts());
    }

    /** Names of all facts that it looks at. */
    SequencedSet<String> facts() {
        SequencedSet<String> names = new LinkedHashSet<>(List.of(fact));
        if (comparison != null && comparison.operand() instanceof Comparison.Source.OtherFact other) {
            names.add(other.name());
        }
        return names;
    }

    /** Keys of the facts that it holds for, where the whole cause is about one of them. */
    List<String> keys(Case known, Map<String, String> values) {
        Optional<Operand> operand = comparison == null
                ? Optional.of(Operand.NONE)
                : comparison.operand().value(known, values);
        return operand.stream()
                .flatMap(each -> fitting(known.named(fact).toList(), each).stream())
                .map(Fact::key)
                .distinct()
                .toList();
    }
}
