package io.flyball.orchestrator.admission;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How many runs are open, whose turn was when, and what counts against each agent's hour; counted along, never searched for. */
final class OpenRunCounts {
    private record Counted(Instant at, long turn) {}

    private static final Comparator<Counted> NEWEST_FIRST =
            Comparator.comparing(Counted::at).thenComparing(Counted::turn).reversed();

    private final Map<String, Integer> open = new HashMap<>();
    private final Map<String, Long> turns = new HashMap<>();
    private final Map<String, TreeSet<Counted>> hours = new HashMap<>();
    private long newestTurn;

    void add(KnownRun run) {
        if (run.openedAt() == null) {
            return;
        }
        newestTurn = Math.max(newestTurn, run.turn());
        run.countedInHour()
                .ifPresent(at -> hours.computeIfAbsent(run.agent(), _ -> new TreeSet<>(NEWEST_FIRST))
                        .add(new Counted(at, run.turn())));
        if (run.counts()) {
            turns.merge(agent(run.agent()), run.turn(), Math::max);
            turns.merge(service(run), run.turn(), Math::max);
            count(run, 1);
        }
    }

    void remove(KnownRun run) {
        if (run.openedAt() == null) {
            return;
        }
        run.countedInHour()
                .ifPresent(at -> hours.computeIfPresent(run.agent(), (_, counted) -> {
                    counted.remove(new Counted(at, run.turn()));
                    return counted.isEmpty() ? null : counted;
                }));
        if (run.counts()) {
            turns.remove(agent(run.agent()), run.turn());
            turns.remove(service(run), run.turn());
            count(run, -1);
        }
    }

    private void count(KnownRun run, int by) {
        if (!run.live()) {
            return;
        }
        if (run.takesNoPlace()) {
            add("waiting", by);
            return;
        }
        add(agent(run.agent()), by);
        if (run.takesAnyPlace()) {
            add("all", by);
            add(service(run), by);
        }
    }

    private void add(String key, int by) {
        open.merge(key, by, (a, b) -> a + b == 0 ? null : a + b);
    }

    int inAll() {
        return open.getOrDefault("all", 0);
    }

    /** Open runs that wait for people. */
    int waiting() {
        return open.getOrDefault("waiting", 0);
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

    /** When the newest but so many minus one of the agent's counted runs was counted; empty if there are fewer. */
    Optional<Instant> countedAt(String agentName, int runs) {
        return hours.getOrDefault(agentName, new TreeSet<>(NEWEST_FIRST)).stream()
                .skip(runs - 1L)
                .findFirst()
                .map(Counted::at);
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
