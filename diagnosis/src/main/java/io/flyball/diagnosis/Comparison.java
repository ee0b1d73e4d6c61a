package io.flyball.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How facts are compared, and with what. */
record Comparison(Operator operator, Source operand) {

    /** Where the other side comes from. */
    sealed interface Source {
        /** The file says it. */
        record Said(Text text) implements Source {}

        /** Another fact; there must be exactly one. */
        record OtherFact(String name, @Nullable Text key) implements Source {}

        /** The value; empty while it is not known. */
        default Optional<Operand> value(Case known, Map<String, String> values) {
            return switch (this) {
                case Said said -> said.text().filled(values).map(text -> new Operand(text, List.of()));
                case OtherFact other -> other(known, values, other);
            };
        }

        private static Optional<Operand> other(Case known, Map<String, String> values, OtherFact other) {
            Text key = other.key();
            Optional<String> wanted = key == null ? Optional.of("") : key.filled(values);
            List<Fact> facts = known.named(other.name())
                    .filter(fact ->
                            key == null || wanted.filter(fact.key()::equals).isPresent())
                    .toList();
            return facts.size() == 1
                    ? Optional.of(new Operand(facts.getFirst().value().text(), facts))
                    : Optional.empty();
        }
    }
}
