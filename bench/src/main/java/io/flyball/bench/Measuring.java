package io.flyball.bench;

import io.flyball.bench.load.Driver;
import io.flyball.bench.load.Load;
import io.flyball.bench.load.Measured;
import io.flyball.bench.load.Window;
import io.flyball.bench.report.Figures;
import io.flyball.bench.report.Latency;
import io.flyball.bench.report.Machine;
import io.flyball.bench.report.OpenLoop;
import io.flyball.bench.report.Series;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The measurements that engine and relay have in common. */
final class Measuring {
    private static final int ONE_BY_ONE = 30;

    private final Driver driver;
    private final Effort effort;
    private final Consumer<String> say;

    Measuring(Driver driver, Effort effort, Consumer<String> say) {
        this.driver = driver;
        this.effort = effort;
        this.say = say;
    }

    /** So long, with many runs in flight, of which none is measured; then some one at a time. */
    void warmUp(Duration time) {
        driver.measure(new Load.Closed(Effort.COMPARED_AT), Window.of(Duration.ZERO, time));
        driver.runs(ONE_BY_ONE, 1);
    }

    /** Runs that are not measured, with many in flight and then one at a time; returns how many they were. */
    int warmUp(int runs) {
        int single = Math.min(runs, ONE_BY_ONE);
        driver.runs(runs, Effort.COMPARED_AT);
        driver.runs(single, 1);
        return runs + single;
    }

    Measured oneAtATime() {
        return inFlight(1);
    }

    Measured inFlight(int runs) {
        Measured measured = driver.measure(new Load.Closed(runs), effort.window());
        say.accept("  %d in flight: %s steps/s, p50 %s ms a step; load %s"
                .formatted(
                        runs,
                        Figures.rounded(measured.stepsPerSecond()),
                        Latency.of(measured.stepNanos()).p50(),
                        Machine.load()));
        return measured;
    }

    Series series() {
        Measured one = oneAtATime();
        Map<Integer, Double> stepsPerSecond = new LinkedHashMap<>();
        Measured compared = one;
        long unfinished = one.unfinished();
        for (int runs : effort.inFlight()) {
            Measured many = inFlight(runs);
            stepsPerSecond.put(runs, Figures.rounded(many.stepsPerSecond()));
            unfinished += many.unfinished();
            compared = runs == Effort.COMPARED_AT ? many : compared;
        }
        return new Series(
                Latency.of(one.stepNanos()),
                stepsPerSecond,
                Figures.rounded(compared.cpuSecondsPer1000Steps()),
                Figures.rounded(compared.brokerCpuSecondsPer1000Steps()),
                unfinished);
    }

    OpenLoop openLoop(double stepsPerSecond) {
        double runs = Math.max(1, stepsPerSecond * effort.openShare() / Benchmark.STEPS);
        Measured open = driver.measure(new Load.Open(runs), effort.window());
        return new OpenLoop(
                Figures.rounded(open.stepsPerSecond()), Latency.of(open.runNanos()), Latency.of(open.stepNanos()));
    }
}
