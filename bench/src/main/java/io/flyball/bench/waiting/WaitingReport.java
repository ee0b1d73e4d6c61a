package io.flyball.bench.waiting;

import io.flyball.bench.report.Figures;
import io.flyball.bench.report.Machine;
import java.util.List;
import java.util.Locale;

/**
 * What waiting runs cost.
 *
 * @param before the engine with no run
 * @param after with all of them waiting
 * @param cpuSecondsIn5s processor time while all wait and nothing happens
 * @param readyAfterSeconds from the start of the new process, after kill -9, until every run's state and timer is back
 * @param readyAfterSecondsEmpty the same with no run, for comparison
 * @param endedAfterApproval of the runs that were approved then
 */
record WaitingReport(
        int runs,
        Footprint before,
        Footprint after,
        double heapBytesPerRun,
        double heldWithinSeconds,
        double cpuSecondsIn5s,
        double readyAfterSeconds,
        double readyAfterSecondsEmpty,
        Footprint afterRestart,
        long endedAfterApproval,
        double endedWithinSeconds,
        Machine machine) {

    /** What a process takes: memory in megabytes; the heap after a full collection. */
    record Footprint(double heapMegabytes, long residentMegabytes, long threads) {
        String line() {
            return "heap %s MB, resident %s MB, %s threads".formatted(heapMegabytes, residentMegabytes, threads);
        }
    }

    List<String> lines() {
        return List.of(
                String.format(Locale.ROOT, "%,d runs held for an approval; the engine's own process.", runs),
                "  before                  " + before.line(),
                "  all waiting             " + after.line(),
                "  heap per waiting run    %s bytes".formatted(Figures.rounded(heapBytesPerRun)),
                "  processor, 5 s idle     %s s".formatted(cpuSecondsIn5s),
                "  kill -9 and start again %s s until all states and timers are back (%s s with no run)"
                        .formatted(readyAfterSeconds, readyAfterSecondsEmpty),
                "  after the restart       " + afterRestart.line(),
                String.format(
                        Locale.ROOT,
                        "  then all approved       %,d of %,d ended within %s s",
                        endedAfterApproval,
                        runs,
                        endedWithinSeconds),
                "  opened and held within  %s s".formatted(heldWithinSeconds),
                "%s cores, Java %s, load %s before, %s after"
                        .formatted(machine.cores(), machine.java(), machine.loadBefore(), machine.loadAfter()));
    }
}
