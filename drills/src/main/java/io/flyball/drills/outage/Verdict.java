package io.flyball.drills.outage;

import io.flyball.drills.check.Evidence.Result;
import io.flyball.drills.check.Invariants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What must hold after an outage, over what was seen. Pure.
 *
 * @param invariants what must hold after every drill
 * @param results all results
 * @param cancelled keys of runs that people have cancelled
 * @param resolved keys of alerts that had resolved before anybody could act on them
 * @param happened keys of all effects
 * @param answers how many answers of the console had which status
 */
record Verdict(
        Invariants invariants,
        List<Result> results,
        Set<String> cancelled,
        Set<String> resolved,
        Set<String> happened,
        Map<Integer, Integer> answers) {
    private static final Set<Integer> CLEAR = Set.of(202, 429, 503);

    /** Alerts that had resolved and whose run changed nothing. */
    int onlyVerified() {
        Set<String> ended = results.stream().map(Result::fingerprint).collect(Collectors.toSet());
        return (int) resolved.stream()
                .filter(key -> ended.contains(key) && !happened.contains(key))
                .count();
    }

    /** One sentence for everything that does not hold. */
    List<String> broken() {
        List<String> sentences = new ArrayList<>(invariants.broken());
        add(
                sentences,
                results.stream()
                        .filter(result -> !result.outcome().equals("RESOLVED"))
                        .filter(result -> !cancelled.contains(result.fingerprint()))
                        .map(result -> result.outcome() + " " + result.fingerprint() + " (run " + result.runId() + ")")
                        .toList(),
                "ended otherwise than they would have without the outage");
        add(
                sentences,
                resolved.stream().filter(happened::contains).sorted().toList(),
                "made their change although their alert had resolved");
        add(
                sentences,
                answers.keySet().stream()
                        .filter(status -> !CLEAR.contains(status))
                        .sorted()
                        .map(String::valueOf)
                        .toList(),
                "answers of the console were unclear");
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
