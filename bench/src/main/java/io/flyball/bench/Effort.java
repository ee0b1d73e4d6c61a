package io.flyball.bench;

import io.flyball.bench.load.Window;
import java.time.Duration;
import java.util.List;

/**
 * How thoroughly is measured.
 *
 * @param warmUpRuns runs before the engine's first measurement; its code is compiled meanwhile
 * @param window of each measurement
 * @param inFlight numbers of runs in flight
 * @param pastRuns for growth
 * @param openShare the open loop's rate, as a share of what the engine did with 64 in flight
 * @param relay whether the relay is measured too
 * @param whole whether the whole suite is measured too
 */
record Effort(
        int warmUpRuns,
        Window window,
        List<Integer> inFlight,
        List<Integer> pastRuns,
        double openShare,
        boolean relay,
        boolean whole) {
    static final int COMPARED_AT = 64;
    private static final List<Integer> IN_FLIGHT = List.of(16, COMPARED_AT, 256);

    /** Within four minutes on two cores. */
    static final Effort FULL =
            new Effort(3_000, window(1000, 5000), IN_FLIGHT, List.of(10, 1_000, 100_000), 0.5, true, false);

    /** Within 90 seconds. */
    static final Effort QUICK = new Effort(1_500, window(500, 2500), IN_FLIGHT, List.of(10, 1_000), 0.5, true, false);

    /** Only to see that it works; its figures mean nothing. */
    static final Effort TINY = new Effort(30, window(500, 1000), IN_FLIGHT, List.of(10), 0.3, true, false);

    /** A third of the warm-up: growth compares the engine with itself, equally warm. */
    int growthWarmUpRuns() {
        return Math.max(1, warmUpRuns / 3);
    }

    /** Neither relay nor growth; for profiling. */
    Effort engineOnly() {
        return new Effort(warmUpRuns, window, inFlight, List.of(), openShare, false, whole);
    }

    /** And the whole suite. */
    Effort andTheWhole() {
        return new Effort(warmUpRuns, window, inFlight, pastRuns, openShare, relay, true);
    }

    private static Window window(int ramp, int measured) {
        return Window.of(Duration.ofMillis(ramp), Duration.ofMillis(measured));
    }
}
