package io.flyball.bench;

import io.flyball.bench.load.Window;
import java.time.Duration;
import java.util.List;

/**
 * How thoroughly is measured.
 *
 * @param warmUp how long the engine works with many runs in flight before its first measurement; its code is compiled meanwhile
 * @param relayWarmUp the same for each relay, which has less to compile
 * @param growthWarmUpRuns runs before each measurement of growth, which compares the engine with itself, equally warm
 * @param window of each measurement
 * @param inFlight numbers of runs in flight
 * @param pastRuns for growth
 * @param openShare the open loop's rate, as a share of what the engine did with 64 in flight
 * @param relay whether the relays are measured too
 * @param whole whether the whole suite is measured too
 */
record Effort(
        Duration warmUp,
        Duration relayWarmUp,
        int growthWarmUpRuns,
        Window window,
        List<Integer> inFlight,
        List<Integer> pastRuns,
        double openShare,
        boolean relay,
        boolean whole) {
    static final int COMPARED_AT = 64;
    private static final List<Integer> IN_FLIGHT = List.of(16, COMPARED_AT, 256);

    private static final List<Integer> PAST_RUNS = List.of(10, 1_000, 100_000);

    /** Within six minutes on two cores. */
    static final Effort FULL =
            new Effort(seconds(60), seconds(12), 1_000, window(1000, 5000), IN_FLIGHT, PAST_RUNS, 0.5, true, false);

    /** Within two minutes. */
    static final Effort QUICK = new Effort(
            seconds(15), seconds(5), 500, window(500, 2500), IN_FLIGHT, List.of(10, 1_000), 0.5, true, false);

    /** Only to see that it works; its figures mean nothing. */
    static final Effort TINY =
            new Effort(seconds(1), seconds(1), 10, window(500, 1000), IN_FLIGHT, List.of(10), 0.3, true, false);

    /** Neither relays nor growth; for profiling. */
    Effort engineOnly() {
        return new Effort(warmUp, relayWarmUp, growthWarmUpRuns, window, inFlight, List.of(), openShare, false, whole);
    }

    /** One run at a time, and as many as are compared. */
    Effort comparedOnly() {
        return new Effort(
                warmUp, relayWarmUp, growthWarmUpRuns, window, List.of(COMPARED_AT), pastRuns, openShare, relay, whole);
    }

    /** And the whole suite. */
    Effort andTheWhole() {
        return new Effort(warmUp, relayWarmUp, growthWarmUpRuns, window, inFlight, pastRuns, openShare, relay, true);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static Window window(int ramp, int measured) {
        return Window.of(Duration.ofMillis(ramp), Duration.ofMillis(measured));
    }
}
