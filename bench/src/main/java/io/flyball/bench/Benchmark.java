package io.flyball.bench;

import io.flyball.bench.engine.Answers;
import io.flyball.bench.engine.EngineScenario;
import io.flyball.bench.engine.RecordsPerRun;
import io.flyball.bench.growth.PastRuns;
import io.flyball.bench.growth.Slate;
import io.flyball.bench.load.Driver;
import io.flyball.bench.load.Measured;
import io.flyball.bench.load.Processors;
import io.flyball.bench.relay.Relay;
import io.flyball.bench.relay.RelayKind;
import io.flyball.bench.relay.RelayScenario;
import io.flyball.bench.report.Figures;
import io.flyball.bench.report.Growth;
import io.flyball.bench.report.Latency;
import io.flyball.bench.report.Machine;
import io.flyball.bench.report.OpenLoop;
import io.flyball.bench.report.Relays;
import io.flyball.bench.report.Report;
import io.flyball.bench.report.Series;
import io.flyball.bench.report.Whole;
import io.flyball.bench.stack.Home;
import io.flyball.bench.stack.NotMeasurable;
import io.flyball.bench.stack.Orchestrator;
import io.flyball.bench.stack.OrchestratorOptions;
import io.flyball.bench.stack.ProcessFigures;
import io.flyball.bench.stack.Surroundings;
import io.flyball.bench.whole.WholeSuite;
import io.flyball.platform.wire.RegistryWire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Measures the engine, relays beside it, and what past runs cost, one after the other on the same broker. */
final class Benchmark {
    static final int STEPS = 3;
    /** About the average of the engine's own six records. */
    private static final int RELAY_BYTES = 600;
    /** Runs whose records are counted. */
    private static final int COUNTED = 20;

    private final Home home;
    private final OrchestratorOptions options;
    private final Effort effort;
    private final Consumer<String> say;

    Benchmark(Home home, OrchestratorOptions options, Effort effort, Consumer<String> say) {
        this.home = home;
        this.options = options;
        this.effort = effort;
        this.say = say;
    }

    Report run(Surroundings around) throws InterruptedException {
        long began = System.nanoTime();
        double load = Machine.load();
        try (var wire = new RegistryWire(around.registry())) {
            var scenario = new EngineScenario(wire, Answers.ofSteps(STEPS));
            Engine engine = engine(around, scenario);
            Relays relays = effort.relay() ? relays(around, RecordsPerRun.sum(engine.recordsByTopic())) : Relays.NONE;
            List<Growth> growth = growth(around, scenario);
            return Report.of(
                    engine.series(),
                    engine.openLoop(),
                    engine.recordsByTopic(),
                    relays,
                    growth,
                    effort.whole() ? whole(around) : null,
                    Machine.now(load),
                    (System.nanoTime() - began) / 1e9);
        }
    }

    private record Engine(Series series, OpenLoop openLoop, Map<String, Double> recordsByTopic) {}

    private Engine engine(Surroundings around, EngineScenario scenario) {
        say.accept("the engine ...");
        try (var orchestrator = Orchestrator.start(home, around, options);
                var driver = driver(around, scenario, orchestrator.pid())) {
            var measuring = new Measuring(driver, effort, say);
            driver.runs(COUNTED, COUNTED);
            Map<String, Double> records = RecordsPerRun.byTopic(around.kafka(), COUNTED);
            measuring.warmUp(effort.warmUp());
            Series series = measuring.series();
            double steps = series.stepsPerSecond().getOrDefault(Effort.COMPARED_AT, 1.0);
            return new Engine(series, measuring.openLoop(steps), records);
        }
    }

    private Relays relays(Surroundings around, int recordsPerRun) throws InterruptedException {
        return new Relays(
                recordsPerRun,
                relay(around, RelayKind.ACKNOWLEDGED, recordsPerRun, effort),
                relay(around, RelayKind.ACKNOWLEDGED, STEPS * 6, effort.comparedOnly()),
                relay(around, RelayKind.TRANSACTIONAL, recordsPerRun, effort.comparedOnly()));
    }

    private Series relay(Surroundings around, RelayKind kind, int recordsPerRun, Effort how)
            throws InterruptedException {
        say.accept(
                "a raw relay, %s, %d records a run ...".formatted(kind.name().toLowerCase(Locale.ROOT), recordsPerRun));
        try (var relay = Relay.start(around, kind, recordsPerRun);
                var driver = driver(around, new RelayScenario(STEPS, RELAY_BYTES), relay.pid())) {
            var measuring = new Measuring(driver, how, say);
            measuring.warmUp(how.relayWarmUp());
            return measuring.series();
        }
    }

    private List<Growth> growth(Surroundings around, EngineScenario scenario) throws InterruptedException {
        List<Growth> growth = new ArrayList<>();
        if (!effort.pastRuns().isEmpty()) {
            PastRuns pastRuns = PastRuns.likeTheFirst(around.kafka());
            for (int past : effort.pastRuns()) {
                say.accept("growth: %,d past runs of %d records each ...".formatted(past, pastRuns.recordsEach()));
                new Slate(around.kafka(), around.orchestratorState()).wipe();
                pastRuns.seed(past);
                growth.add(growth(around, scenario, past));
            }
        }
        return growth;
    }

    private Growth growth(Surroundings around, EngineScenario scenario, int past) {
        try (var orchestrator = Orchestrator.start(home, around, options);
                var driver = driver(around, scenario, orchestrator.pid())) {
            var measuring = new Measuring(driver, effort, say);
            int warm = measuring.warmUp(effort.growthWarmUpRuns());
            Measured one = measuring.oneAtATime();
            Measured many = measuring.inFlight(Effort.COMPARED_AT);
            return new Growth(
                    past,
                    past + warm,
                    Figures.rounded(orchestrator.readyAfter().toMillis() / 1e3),
                    Latency.of(one.stepNanos()),
                    Figures.rounded(many.stepsPerSecond()),
                    ProcessFigures.residentMegabytes(orchestrator.pid()));
        }
    }

    /** A suite that does not come up on a busy machine takes no other figure with it. */
    private @Nullable Whole whole(Surroundings around) throws InterruptedException {
        say.accept("the whole suite ...");
        try {
            return new WholeSuite(home, around.folder().resolve("whole"))
                    .measure(effort.growthWarmUpRuns() / 5 + 1, effort.window());
        } catch (NotMeasurable e) {
            say.accept("the whole suite could not be measured: " + e.getMessage());
            return null;
        }
    }

    private static Driver driver(Surroundings around, io.flyball.bench.load.Scenario scenario, long measured) {
        return new Driver(around.kafka(), scenario, new Processors(measured, around.brokerPid()));
    }
}
