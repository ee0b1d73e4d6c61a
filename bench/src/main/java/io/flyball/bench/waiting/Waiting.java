package io.flyball.bench.waiting;

import io.flyball.bench.load.Driver;
import io.flyball.bench.load.Measured;
import io.flyball.bench.load.Processors;
import io.flyball.bench.load.Scenario;
import io.flyball.bench.report.Figures;
import io.flyball.bench.report.Machine;
import io.flyball.bench.stack.Heap;
import io.flyball.bench.stack.Home;
import io.flyball.bench.stack.Orchestrator;
import io.flyball.bench.stack.OrchestratorOptions;
import io.flyball.bench.stack.ProcessFigures;
import io.flyball.bench.stack.Surroundings;
import io.flyball.bench.waiting.WaitingReport.Footprint;
import io.flyball.platform.wire.RegistryWire;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Lets many runs wait for a person, kills the engine, and sees whether each of them goes on. */
final class Waiting {
    private static final int AT_ONCE = 64;
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final double MEGA = 1024 * 1024;

    private final Home home;
    private final OrchestratorOptions options;
    private final Consumer<String> say;

    Waiting(Home home, OrchestratorOptions options, Consumer<String> say) {
        this.home = home;
        this.options = options;
        this.say = say;
    }

    WaitingReport run(Surroundings around, int runs) throws InterruptedException {
        double load = Machine.load();
        try (var wire = new RegistryWire(around.registry())) {
            var held = new HeldRuns(wire, Instant.now().plus(Duration.ofDays(1)));
            Before before = hold(around, held, runs);
            say.accept("killed; starting again ...");
            try (var again = Orchestrator.start(home, around, options)) {
                Footprint restarted = footprint(again.pid());
                say.accept("approving all ...");
                Timed ended = drive(
                        around,
                        new ApprovedRuns(wire, held.held()),
                        again.pid(),
                        held.held().size());
                return new WaitingReport(
                        runs,
                        before.empty(),
                        before.waiting(),
                        (before.waiting().heapMegabytes() - before.empty().heapMegabytes()) * MEGA / runs,
                        before.seconds(),
                        before.idleCpu(),
                        seconds(again.readyAfter()),
                        before.readyAfter(),
                        restarted,
                        ended.measured().runs(),
                        ended.seconds(),
                        Machine.now(load));
            }
        }
    }

    private record Before(Footprint empty, Footprint waiting, double seconds, double idleCpu, double readyAfter) {}

    private Before hold(Surroundings around, HeldRuns held, int runs) throws InterruptedException {
        say.accept("opening %,d runs that are held ...".formatted(runs));
        try (var orchestrator = Orchestrator.start(home, around, options)) {
            Footprint empty = footprint(orchestrator.pid());
            Timed opened = drive(around, held, orchestrator.pid(), runs);
            Footprint waiting = footprint(orchestrator.pid());
            Duration cpu = ProcessFigures.cpu(orchestrator.pid());
            Thread.sleep(IDLE);
            double idle = seconds(ProcessFigures.cpu(orchestrator.pid()).minus(cpu));
            orchestrator.kill();
            return new Before(empty, waiting, opened.seconds(), idle, seconds(orchestrator.readyAfter()));
        }
    }

    private record Timed(Measured measured, double seconds) {}

    private static Timed drive(Surroundings around, Scenario scenario, long pid, int runs) {
        long began = System.nanoTime();
        try (var driver = new Driver(around.kafka(), scenario, new Processors(pid, around.brokerPid()))) {
            Measured measured = driver.runs(runs, AT_ONCE);
            return new Timed(measured, Figures.rounded((System.nanoTime() - began) / 1e9));
        }
    }

    private static Footprint footprint(long pid) throws InterruptedException {
        return new Footprint(
                Figures.rounded(Heap.liveBytes(pid) / MEGA),
                ProcessFigures.residentMegabytes(pid),
                ProcessFigures.threads(pid));
    }

    private static double seconds(Duration duration) {
        return Figures.rounded(duration.toMillis() / 1e3);
    }
}
