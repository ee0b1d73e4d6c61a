package io.flyball.orchestrator.admission;

import io.flyball.orchestrator.admission.Fact.KnownRun;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many runs are open, whose turn was when, and when each agent opened its runs; counted along, never searched for. */
final class OpenRunCounts {
    private final Map<String, Integer> open = new HashMap<>();
    private final Map<String, Long> turns = new HashMap<>();
    private final Map<String, TreeMap<Long, Instant>> times = new HashMap<>();
    private long newestTurn;

    void add(KnownRun run) {
        if (!run.counts() || run.openedAt() == null) {
            return;
        }
        newestTurn = Math.max(newestTurn, run.turn());
        times.computeIfAbsent(run.agent(), _ -> new TreeMap<>()).put(run.turn(), run.openedAt());
        turns.merge(agent(run.agent()), run.turn(), Math::max);
        turns.merge(service(run), run.turn(), Math::max);
        if (run.live()) {
            count(run, 1);
        }
    }

    void remove(KnownRun run) {
        if (!run.counts() || run.openedAt() == null) {
            return;
        }
        times.computeIfPresent(run.agent(), (_, byTurn) -> {
            byTurn.remove(run.turn());
            return byTurn.isEmpty() ? null : byTurn;
        });
        turns.remove(agent(run.agent()), run.turn());
        turns.remove(service(run), run.turn());
        if (run.live()) {
            count(run, -1);
        }
    }

    private void count(KnownRun run, int by) {
        add("all", by);
        add(agent(run.agent()), by);
        add(service(run), by);
    }

    private void add(String key, int by) {
        open.merge(key, by, (a, b) -> a + b == 0 ? null : a + b);
    }

    int inAll() {
        return open.getOrDefault("all", 0);
    }

    int ofAgent(String name) {
        return open.getOrDefault(agent(name), 0);
    }

    /** Runs without a service share no cap. */
    int ofService(String tenant, @Nullable String name) {
        return name == null ? 0 : open.getOrDefault(service(tenant, name), 0);
    }

    /** When the agent had its turn; 0 if nobody remembers. */
    long turnOfAgent(String name) {
        return turns.getOrDefault(agent(name), 0L);
    }

    /** When the run's service had its turn. */
    long turnOfService(KnownRun run) {
        return turns.getOrDefault(service(run), 0L);
    }

    long nextTurn() {
        return newestTurn + 1;
    }

    /** Whether the agent opened that many runs after that time. */
    boolean openedSince(String agentName, int runs, Instant time) {
        TreeMap<Long, Instant> byTurn = times.get(agentName);
        return byTurn != null
                && byTurn.size() >= runs
                && byTurn.descendingMap().values().stream()
                                .limit(runs)
                                .filter(at -> at.isAfter(time))
                                .count()
                        == runs;
    }

    private static String agent(String name) {
        return "agent/" + name;
    }

    private static String service(KnownRun run) {
        return service(run.tenant(), run.service() == null ? "" : run.service());
    }

    private static String service(String tenant, String name) {
        return "service/" + tenant + "/" + name;
    }
}
