package io.flyball.diagnosis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a case says to a condition. */
public sealed interface Answer {

    /**
     * It is so.
     *
     * @param facts that show it
     * @param absent what was looked for and is not there, in words
     */
    record Holds(List<Fact> facts, List<String> absent) implements Answer {
        public Holds {
            facts = List.copyOf(facts);
            absent = List.copyOf(absent);
        }
    }

    /** It is not so; the same. */
    record Fails(List<Fact> facts, List<String> absent) implements Answer {
        public Fails {
            facts = List.copyOf(facts);
            absent = List.copyOf(absent);
        }
    }

    /**
     * Nobody has seen.
     *
     * @param facts names of the facts that would tell
     */
    record Unknown(List<String> facts) implements Answer {
        public Unknown {
            facts = List.copyOf(facts);
        }
    }

    /** What it rests on, in words. */
    default String says() {
        return switch (this) {
            case Holds holds -> said(holds.facts(), holds.absent());
            case Fails fails -> said(fails.facts(), fails.absent());
            case Unknown unknown -> "nobody has seen " + String.join(", ", unknown.facts());
        };
    }

    private static String said(List<Fact> facts, List<String> absent) {
        return Stream.concat(facts.stream().map(fact -> fact.says() + " [" + fact.id() + "]"), absent.stream())
                .collect(Collectors.joining("; "));
    }
}
