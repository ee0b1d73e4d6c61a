package io.flyball.diagnosis;

import java.util.Comparator;
import java.util.List;

/**
 * Which probe to make next: one that can decide about an open hypothesis, or refute a supported one. One that splits
 * them, deciding about some and not about others, comes before one that concerns them all alike; then the cheapest.
 */
final class NextProbes {
    private NextProbes() {}

    /** @param questions for each hypothesis, the names of facts that would tell */
    static List<Probe> of(List<List<String>> questions, List<Probe> probes, Case known) {
        return probes.stream()
                .filter(probe -> !known.hasLooked(probe.name()))
                .filter(probe -> concerned(probe, questions) > 0)
                .sorted(Comparator.comparingInt((Probe probe) -> balance(probe, questions))
                        .thenComparingInt(Probe::cost)
                        .thenComparing(Probe::name))
                .toList();
    }

    private static int concerned(Probe probe, List<List<String>> questions) {
        return (int) questions.stream()
                .filter(names -> names.stream().anyMatch(probe.yields()::contains))
                .count();
    }

    /** How far it is from deciding about just one half of them. */
    private static int balance(Probe probe, List<List<String>> questions) {
        return Math.abs(2 * concerned(probe, questions) - questions.size());
    }
}
