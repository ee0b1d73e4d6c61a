package io.flyball.bench.whole;

import io.flyball.bench.load.Driver;
import io.flyball.bench.load.Load;
import io.flyball.bench.load.Measured;
import io.flyball.bench.load.Processors;
import io.flyball.bench.load.Window;
import io.flyball.bench.report.Figures;
import io.flyball.bench.report.Latency;
import io.flyball.bench.report.Whole;
import io.flyball.bench.stack.Home;
import io.flyball.bench.stack.OwnSuite;
import io.flyball.platform.wire.RegistryWire;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings up the suite as people do, measures it, and takes it down. */
public final class WholeSuite {
    private static final List<Integer> IN_FLIGHT = List.of(16);

    private final Home home;
    private final Path folder;

    /**
     * A suite.
     *
     * @param folder its data folder
     */
    public WholeSuite(Home home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    /** Figures of the whole suite. */
    public Whole measure(int warmUpRuns, Window window) throws InterruptedException {
        try (var suite = OwnSuite.up(home, folder, List.of("--no-tracing", "--planner=runbook"));
                var wire = new RegistryWire(suite.registry());
                var driver = driver(suite, wire)) {
            driver.runs(warmUpRuns, IN_FLIGHT.getFirst());
            Measured one = driver.measure(new Load.Closed(1), window);
            Map<Integer, Double> stepsPerSecond = new LinkedHashMap<>();
            long unfinished = one.unfinished();
            for (int runs : IN_FLIGHT) {
                Measured many = driver.measure(new Load.Closed(runs), window);
                stepsPerSecond.put(runs, Figures.rounded(many.stepsPerSecond()));
                unfinished += many.unfinished();
            }
            return new Whole(Latency.of(one.stepNanos()), stepsPerSecond, unfinished);
        }
    }

    /** So many runs, one after the other, whose time nobody takes. */
    public static void runs(OwnSuite suite, int runs) {
        try (var wire = new RegistryWire(suite.registry());
                var driver = driver(suite, wire)) {
            driver.runs(runs, 1);
        }
    }

    private static Driver driver(OwnSuite suite, RegistryWire wire) {
        long self = ProcessHandle.current().pid();
        return new Driver(suite.kafka(), new WholeScenario(wire), new Processors(self, self));
    }
}
