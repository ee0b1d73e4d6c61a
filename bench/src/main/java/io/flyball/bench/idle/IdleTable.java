package io.flyball.bench.idle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The report for people. */
final class IdleTable {
    /** Of the clients, only the busiest; JSON has all. */
    private static final int CLIENTS = 15;

    private IdleTable() {}

    static List<String> lines(IdleReport r) {
        List<String> lines = new ArrayList<>();
        lines.add("A suite in which nothing happens, for %s s.".formatted(r.seconds()));
        lines.add("");
        lines.add("%-28s%14s%14s".formatted("process", "% of a core", "wake-ups/s"));
        r.processes()
                .forEach((name, used) ->
                        lines.add("%-28s%14s%14s".formatted(name, used.percentOfCore(), used.wakeUpsPerSecond())));
        lines.add("");
        lines.add("Redis: %s commands/s. The broker: %s requests/s"
                .formatted(r.redisCommandsPerSecond(), r.brokerRequestsPerSecond()));
        rates(lines, r.byKind(), r.byKind().size());
        lines.add("");
        lines.add("requests/s by client, the busiest %d of %d"
                .formatted(Math.min(CLIENTS, r.byClient().size()), r.byClient().size()));
        rates(lines, r.byClient(), CLIENTS);
        lines.add("");
        lines.add("%s cores, Java %s, load %s before, %s after"
                .formatted(
                        r.machine().cores(),
                        r.machine().java(),
                        r.machine().loadBefore(),
                        r.machine().loadAfter()));
        return lines;
    }

    private static void rates(List<String> lines, Map<String, Double> rates, int most) {
        rates.entrySet().stream()
                .limit(most)
                .forEach(it -> lines.add("  %-80s%10s".formatted(it.getKey(), it.getValue())));
    }
}
