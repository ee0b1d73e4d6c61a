package io.flyball.drills.check;

import io.flyball.drills.check.Evidence.Accepted;
import io.flyball.drills.check.Evidence.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of the runs, held against what must hold.
 *
 * @param ended how many of the accepted have exactly one result
 * @param stuck the accepted that have no result
 * @param endedTwice the accepted that have several
 * @param effectsTwice effects that happened more than once
 * @param effectsMissing runs that ended as RESOLVED though their effect never happened
 * @param gaps what is wrong with the sequence of a run's events
 * @param outcomes how many runs ended in which way
 * @param unhealthy services that were not ready at the end, each with why
 */
public record Invariants(
        int ended,
        List<String> stuck,
        List<String> endedTwice,
        List<String> effectsTwice,
        List<String> effectsMissing,
        List<String> gaps,
        Map<String, Integer> outcomes,
        List<String> unhealthy) {

    /** Holds the evidence against every invariant. */
    public static Invariants of(Evidence evidence) {
        int ended = 0;
        List<String> stuck = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        Map<String, Integer> outcomes = new TreeMap<>();
        for (Accepted accepted : evidence.accepted()) {
            List<Result> results = resultsOf(accepted, evidence.results());
            switch (results.size()) {
                case 0 -> stuck.add(name(accepted) + ", " + Sequences.lastOf(accepted, evidence));
                case 1 -> ended++;
                default -> twice.add(name(accepted));
            }
            results.forEach(result -> outcomes.merge(result.outcome(), 1, Integer::sum));
            if (results.stream().anyMatch(Invariants::isResolved)
                    && !evidence.happened().contains(accepted.key())) {
                missing.add(name(accepted));
            }
        }
        List<String> gaps = Sequences.faults(evidence.transitions());
        return new Invariants(
                ended, stuck, twice, repeated(evidence.effects()), missing, gaps, outcomes, evidence.unhealthy());
    }

    private static List<Result> resultsOf(Accepted accepted, List<Result> results) {
        return results.stream()
                .filter(Result::effective)
                .filter(accepted::isAnsweredBy)
                .toList();
    }

    private static boolean isResolved(Result result) {
        return result.outcome().equals("RESOLVED");
    }

    private static String name(Accepted accepted) {
        return accepted.runId().isEmpty() ? accepted.key() : accepted.key() + " (run " + accepted.runId() + ")";
    }

    private static List<String> repeated(Map<String, Integer> effects) {
        return effects.entrySet().stream()
                .filter(effect -> effect.getValue() > 1)
                .map(effect -> effect.getKey() + ": " + effect.getValue() + " times")
                .sorted()
                .toList();
    }

    /** One sentence for every invariant that does not hold; none if all do. */
    public List<String> broken() {
        List<String> sentences = new ArrayList<>();
        add(sentences, stuck, "accepted, but without a result");
        add(sentences, endedTwice, "ended more than once");
        add(sentences, effectsTwice, "took effect more than once");
        add(sentences, effectsMissing, "ended as RESOLVED without its effect");
        add(sentences, gaps, "with events that do not follow one another");
        add(sentences, unhealthy, "not ready at the end");
        return List.copyOf(sentences);
    }

    private static void add(List<String> sentences, List<String> who, String what) {
        if (!who.isEmpty()) {
            sentences.add(who.size() + " " + what + ": "
                    + who.stream().limit(5).collect(Collectors.joining("; "))
                    + (who.size() > 5 ? "; ..." : ""));
        }
    }
}
