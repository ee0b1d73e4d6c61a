package io.flyball.bench.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Keeps the times of all runs in flight; pure, time is handed in as nanoseconds since the load began. */
final class Meter {
    private static final long LONGEST = Duration.ofHours(1).toNanos();

    private static final class Run {
        private final long due;
        private long stepBegan = -1;

        private Run(long due) {
            this.due = due;
        }
    }

    private final Window window;
    private final Map<String, Run> inFlight = new HashMap<>();
    private final Histogram stepNanos = new Histogram(LONGEST, 3);
    private final Histogram runNanos = new Histogram(LONGEST, 3);
    private long opened;
    private long runs;
    private long steps;

    Meter(Window window) {
        this.window = window;
    }

    void opened(String runId, long due) {
        opened++;
        inFlight.put(runId, new Run(due));
    }

    void step(String runId, long now) {
        Run run = inFlight.get(runId);
        if (run == null) {
            return;
        }
        if (run.stepBegan >= 0) {
            steps += window.holds(now) ? 1 : 0;
            if (window.holds(run.due)) {
                stepNanos.recordValue(Math.min(LONGEST, now - run.stepBegan));
            }
        }
        run.stepBegan = now;
    }

    void ended(String runId, long now) {
        Run run = inFlight.remove(runId);
        if (run == null) {
            return;
        }
        runs += window.holds(now) ? 1 : 0;
        if (window.holds(run.due)) {
            runNanos.recordValue(Math.min(LONGEST, Math.max(0, now - run.due)));
        }
    }

    long opened() {
        return opened;
    }

    long inFlight() {
        return inFlight.size();
    }

    Measured measured(Duration cpu, Duration brokerCpu) {
        return new Measured(runs, steps, window.measured(), cpu, brokerCpu, stepNanos, runNanos, inFlight.size());
    }
}
