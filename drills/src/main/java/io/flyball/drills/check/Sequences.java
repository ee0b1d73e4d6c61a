package io.flyball.drills.check;

import io.flyball.drills.check.Evidence.Accepted;
import io.flyball.drills.check.Evidence.Transition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether each run's events follow one another: 1, 2, 3, and so on, and one end, after which only what concerns an ended run. */
final class Sequences {
    private static final String END = "RunEnded";
    private static final Set<String> OF_ENDED_RUNS = Set.of("AlertJoined", "NotEffective");

    private Sequences() {}

    /** One sentence for each run whose events do not. A run without an end is not reported here: it is stuck. */
    static List<String> faults(List<Transition> transitions) {
        Map<String, List<Transition>> byRun = transitions.stream()
                .collect(Collectors.groupingBy(Transition::runId, TreeMap::new, Collectors.toList()));
        return byRun.entrySet().stream()
                .flatMap(run -> fault(run.getValue()).map(what -> "run " + run.getKey() + ": " + what).stream())
                .toList();
    }

    /** What the run of that said last. */
    static String lastOf(Accepted accepted, Evidence evidence) {
        return evidence.transitions().stream()
                .filter(event -> event.runId().equals(accepted.runId())
                        || accepted.key().equals(evidence.opened().get(event.runId())))
                .reduce((_, later) -> later)
                .map(last -> "last " + last.what() + " (" + last.sequence() + ") of run " + last.runId())
                .orElse("no event");
    }

    private static Optional<String> fault(List<Transition> events) {
        boolean ended = false;
        for (int i = 0; i < events.size(); i++) {
            Transition event = events.get(i);
            if (event.sequence() != i + 1) {
                return Optional.of(
                        "event " + event.sequence() + " (" + event.what() + ") stands where " + (i + 1) + " should be");
            }
            if (ended && !OF_ENDED_RUNS.contains(event.what())) {
                return Optional.of(event.what() + " after its end");
            }
            ended = ended || event.what().equals(END);
        }
        return Optional.empty();
    }
}
