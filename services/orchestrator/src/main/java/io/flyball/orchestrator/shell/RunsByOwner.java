package io.flyball.orchestrator.shell;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs, found by their owner, since a kill switch concerns those of one agent or one tenant alone. */
final class RunsByOwner {
    private final Map<Owner, Set<String>> runs = new HashMap<>();
    private final Map<String, Owner> owners = new HashMap<>();

    void add(Owner owner, String runId) {
        runs.computeIfAbsent(owner, _ -> new LinkedHashSet<>()).add(runId);
        owners.put(runId, owner);
    }

    void remove(String runId) {
        Owner owner = owners.remove(runId);
        if (owner != null) {
            runs.computeIfPresent(owner, (_, own) -> own.remove(runId) && own.isEmpty() ? null : own);
        }
    }

    void clear() {
        runs.clear();
        owners.clear();
    }

    List<String> of(Owner owner) {
        return List.copyOf(runs.getOrDefault(owner, Set.of()));
    }

    Set<Owner> owners() {
        return Set.copyOf(runs.keySet());
    }
}
