package io.flyball.diagnosis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A known kind of fault.
 *
 * @param kind what it is, from the published list
 * @param says one sentence for people
 * @param evidence what speaks for it and what refutes it
 * @param over names of causes that are its consequence where this one is there
 * @param remedies what undoes it: the first of which all inputs are known counts; none where a person must decide
 * @param steps what a person does first
 */
public record Cause(
        String name,
        Kind kind,
        Text says,
        Evidence evidence,
        Set<String> over,
        List<Remedy> remedies,
        List<Text> steps) {

    /** Component and kind, by which results are compared and counted. */
    public record Kind(String component, String kind) {
        @Override
        public String toString() {
            return component + "/" + kind;
        }
    }

    /**
     * What must be seen, what speaks for it, what refutes it.
     *
     * @param must all of it; one that is not so refutes the cause
     */
    public record Evidence(List<Condition> must, List<Condition> speaksFor, List<Condition> against) {
        public Evidence {
            must = List.copyOf(must);
            speaksFor = List.copyOf(speaksFor);
            against = List.copyOf(against);
        }

        /** Names of all facts that it looks at. */
        public SequencedSet<String> facts() {
            SequencedSet<String> names = new LinkedHashSet<>();
            Stream.of(must, speaksFor, against)
                    .flatMap(List::stream)
                    .forEach(condition -> names.addAll(condition.facts()));
            return names;
        }
    }

    /**
     * A runbook that undoes the cause.
     *
     * @param inputs what it is given, by name
     */
    public record Remedy(String runbook, Map<String, Text> inputs) {
        public Remedy {
            inputs = Map.copyOf(inputs);
        }
    }

    /** Names of what the whole cause is about, one of several things: {@code mount} of {@code disk.used($mount)}. */
    public Set<String> variables() {
        Set<String> names = new LinkedHashSet<>();
        evidence.must().getFirst().alternatives().forEach(term -> {
            if (term.key() instanceof Term.Key.Bound bound) {
                names.add(bound.variable());
            }
        });
        return names;
    }

    public Cause {
        over = Set.copyOf(over);
        remedies = List.copyOf(remedies);
        steps = List.copyOf(steps);
    }
}
