package io.flyball.bench.start;

import io.flyball.bench.report.Machine;
import java.util.ArrayList;
import java.util.List;

/**
 * Two starts of the engine under load.
 *
 * @param plain as it is
 * @param remembered with the classes and profiles of an earlier run
 */
record FirstMinuteReport(Start plain, Start remembered, Machine machine) {

    /**
     * One start.
     *
     * @param readyAfterSeconds from the start of its process until it was ready
     * @param runsPerSecond one figure for each window of 5 s after that, 64 runs in flight
     */
    record Start(double readyAfterSeconds, List<Double> runsPerSecond) {
        Start {
            runsPerSecond = List.copyOf(runsPerSecond);
        }

        /** What it does when it is warm: the best window. */
        double warm() {
            return runsPerSecond.stream().mapToDouble(rate -> rate).max().orElse(0);
        }

        /** Seconds after it was ready at whose end a window had at least half of that rate; -1 if none had. */
        int halfAfter(double rate) {
            for (int i = 0; i < runsPerSecond.size(); i++) {
                if (runsPerSecond.get(i) >= rate / 2) {
                    return (i + 1) * FirstMinute.SECONDS;
                }
            }
            return -1;
        }
    }

    /** The best that either did. */
    double warmRunsPerSecond() {
        return Math.max(plain.warm(), remembered.warm());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("runs/s of a new orchestrator, 64 in flight     as it is   remembered");
        lines.add("  ready after                             %9s s  %9s s"
                .formatted(plain.readyAfterSeconds(), remembered.readyAfterSeconds()));
        for (int i = 0; i < plain.runsPerSecond().size(); i++) {
            lines.add("  until second %3d                        %11s  %11s"
                    .formatted(
                            (i + 1) * FirstMinute.SECONDS,
                            plain.runsPerSecond().get(i),
                            remembered.runsPerSecond().get(i)));
        }
        double warm = warmRunsPerSecond();
        lines.add("  half of %s runs/s by second            %11d  %11d"
                .formatted(warm, plain.halfAfter(warm), remembered.halfAfter(warm)));
        lines.add("%s cores, Java %s, load %s before, %s after"
                .formatted(machine.cores(), machine.java(), machine.loadBefore(), machine.loadAfter()));
        return lines;
    }
}
