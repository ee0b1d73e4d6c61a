package io.flyball.orchestrator.shell;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs, found by their agent, since a kill switch concerns one agent's alone. */
final class RunsByAgent {
    private final Map<String, Set<String>> runs = new HashMap<>();
    private final Map<String, String> agents = new HashMap<>();

    void add(String agent, String runId) {
        runs.computeIfAbsent(agent, _ -> new LinkedHashSet<>()).add(runId);
        agents.put(runId, agent);
    }

    void remove(String runId) {
        String agent = agents.remove(runId);
        if (agent != null) {
            runs.computeIfPresent(agent, (_, own) -> own.remove(runId) && own.isEmpty() ? null : own);
        }
    }

    void clear() {
        runs.clear();
        agents.clear();
    }

    List<String> of(String agent) {
        return List.copyOf(runs.getOrDefault(agent, Set.of()));
    }

    Set<String> agents() {
        return Set.copyOf(runs.keySet());
    }
}
