package io.flyball.drills.faults;

import io.flyball.drills.check.Evidence.Result;
import io.flyball.drills.effects.EffectServer;
import io.flyball.drills.load.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Cancels every second run while its change is at its target: it has happened there, and is answered only once the order is given. Whoever
 * reads the result must find that change in it.
 */
public final class CancelledChanges implements EffectServer.Listener {
    private final Operator person;
    private final AtomicInteger changes = new AtomicInteger();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();

    public CancelledChanges(Operator person) {
        this.person = person;
    }

    @Override
    public void happened(String key, String run) {
        if (run.isEmpty() || changes.getAndIncrement() % 2 != 0) {
            return;
        }
        try {
            person.order(run, "cancel");
            cancelled.add(run);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many runs were cancelled; nothing if this is another drill. */
    public Map<String, Integer> counts() {
        return cancelled.isEmpty() ? Map.of() : Map.of("cancelled during a change", cancelled.size());
    }

    /** One sentence for each way in which a cancelled run ended wrongly. */
    public List<String> broken(List<Result> results) {
        List<Result> ends =
                results.stream().filter(end -> cancelled.contains(end.runId())).toList();
        List<String> sentences = new ArrayList<>();
        List<String> others = ends.stream()
                .filter(end -> !end.outcome().equals("CANCELLED"))
                .map(end -> end.outcome() + " " + end.runId())
                .toList();
        List<String> silent = ends.stream()
                .filter(end -> end.changes() == 0)
                .map(Result::runId)
                .toList();
        if (!others.isEmpty()) {
            sentences.add(others.size() + " were cancelled during their change and ended otherwise: " + others);
        }
        if (!silent.isEmpty()) {
            sentences.add(
                    silent.size() + " were cancelled during their change, which their result does not name: " + silent);
        }
        return sentences;
    }
}
