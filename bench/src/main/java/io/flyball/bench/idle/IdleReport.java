package io.flyball.bench.idle;

import io.flyball.bench.report.Figures;
import io.flyball.bench.report.Machine;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a quiet suite does.
 *
 * @param seconds how long was measured
 * @param processes by name
 * @param brokerRequestsPerSecond in all
 * @param byKind requests a second that the broker took, by kind; kinds that did not come are left out
 * @param byClient requests a second that clients sent, by process and client id
 * @param redisCommandsPerSecond what Redis took
 */
record IdleReport(
        double seconds,
        Map<String, OfProcess> processes,
        double brokerRequestsPerSecond,
        Map<String, Double> byKind,
        Map<String, Double> byClient,
        double redisCommandsPerSecond,
        Machine machine) {

    /**
     * One process.
     *
     * @param percentOfCore processor time, in percent of one core
     * @param wakeUpsPerSecond of all its threads
     */
    record OfProcess(double percentOfCore, double wakeUpsPerSecond) {}

    static IdleReport of(Counts before, Counts after, Machine machine) {
        double seconds = (after.nanos() - before.nanos()) / 1e9;
        Map<String, OfProcess> processes = new LinkedHashMap<>();
        after.processes().forEach((name, now) -> {
            var then = before.processes().getOrDefault(name, now);
            processes.put(
                    name,
                    new OfProcess(
                            Figures.rounded((now.cpuNanos() - then.cpuNanos()) / 1e7 / seconds),
                            Figures.rounded(now.wakeUpsSince(then) / seconds)));
        });
        Map<String, Double> kinds = rates(before.byKind(), after.byKind(), seconds);
        return new IdleReport(
                Figures.rounded(seconds),
                processes,
                Figures.rounded(kinds.values().stream().mapToDouble(it -> it).sum()),
                kinds,
                rates(before.byClient(), after.byClient(), seconds),
                Figures.rounded((after.redisCommands() - before.redisCommands()) / seconds),
                machine);
    }

    /** The busiest first. */
    private static Map<String, Double> rates(Map<String, Long> before, Map<String, Long> after, double seconds) {
        Map<String, Double> rates = new LinkedHashMap<>();
        after.entrySet().stream()
                .map(it -> Map.entry(it.getKey(), it.getValue() - before.getOrDefault(it.getKey(), 0L)))
                .filter(it -> it.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(it -> rates.put(it.getKey(), Figures.rounded(it.getValue() / seconds)));
        return rates;
    }
}
