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
import io.flyball.bench.stack.LastWords;
import io.flyball.bench.stack.NotMeasurable;
import io.flyball.platform.wire.RegistryWire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Brings up the suite as people do, in a data folder and on ports of its own, measures it, and takes it down. */
public final class WholeSuite {
    private static final int BROKER = 10;
    private static final int REGISTRY = 12;
    private static final int PORTS = 16;
    private static final List<Integer> IN_FLIGHT = List.of(16);

    private final Home home;
    private final Path folder;
    private final int base = freeBase();

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
        flyball("up", "--detach", "--no-tracing", "--planner=runbook", "--port-base=" + base);
        try (var wire = new RegistryWire(URI.create("http://127.0.0.1:" + (base + REGISTRY)));
                var driver = new Driver(
                        "127.0.0.1:" + (base + BROKER),
                        new WholeScenario(wire),
                        new Processors(
                                ProcessHandle.current().pid(),
                                ProcessHandle.current().pid()))) {
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
        } finally {
            flyball("down");
        }
    }

    private void flyball(String... words) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.launcher().toString()));
        command.addAll(List.of(words));
        command.add("--data-dir=" + folder);
        Path log = folder.resolveSibling("whole.log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (process.waitFor() != 0) {
                throw new NotMeasurable("flyball " + String.join(" ", words) + " failed:\n" + LastWords.of(log));
            }
        } catch (IOException e) {
            throw new NotMeasurable("cannot start " + home.launcher(), e);
        }
    }

    private static int freeBase() {
        return ThreadLocalRandom.current()
                .ints(12_000, 30_000)
                .filter(base -> IntStream.range(base, base + PORTS).allMatch(WholeSuite::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
