package io.flyball.bench.start;

import io.flyball.bench.engine.Answers;
import io.flyball.bench.engine.EngineScenario;
import io.flyball.bench.load.Driver;
import io.flyball.bench.load.Load;
import io.flyball.bench.load.Processors;
import io.flyball.bench.load.Window;
import io.flyball.bench.report.Figures;
import io.flyball.bench.report.Machine;
import io.flyball.bench.stack.Home;
import io.flyball.bench.stack.Orchestrator;
import io.flyball.bench.stack.OrchestratorOptions;
import io.flyball.bench.stack.Surroundings;
import io.flyball.bench.start.FirstMinuteReport.Start;
import io.flyball.localstack.RememberedClasses;
import io.flyball.platform.wire.RegistryWire;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Starts the engine three times under load: as it is, to remember its classes and profiles, and with what was remembered. */
final class FirstMinute {
    static final int SECONDS = 5;

    private static final int STEPS = 3;
    private static final int IN_FLIGHT = 64;

    private final Home home;
    private final OrchestratorOptions options;
    private final int windows;
    private final Consumer<String> say;

    FirstMinute(Home home, OrchestratorOptions options, int windows, Consumer<String> say) {
        this.home = home;
        this.options = options;
        this.windows = windows;
        this.say = say;
    }

    FirstMinuteReport run(Surroundings around) {
        double load = Machine.load();
        Path file = around.folder().resolve("orchestrator.aot");
        try (var wire = new RegistryWire(around.registry())) {
            var scenario = new EngineScenario(wire, Answers.ofSteps(STEPS));
            say.accept("as it is ...");
            Start plain = start(around, scenario, List.of(), false);
            say.accept("once more, to remember ...");
            start(around, scenario, new RememberedClasses(file, true).options(), true);
            say.accept("with what was remembered ...");
            Start remembered = start(around, scenario, new RememberedClasses(file, false).options(), false);
            return new FirstMinuteReport(plain, remembered, Machine.now(load));
        }
    }

    private Start start(Surroundings around, EngineScenario scenario, List<String> jvm, boolean remembering) {
        Orchestrator orchestrator = Orchestrator.start(home, around, options.and(jvm));
        try (var driver =
                new Driver(around.kafka(), scenario, new Processors(orchestrator.pid(), around.brokerPid()))) {
            List<Double> rates = rates(driver);
            double ready = Figures.rounded(orchestrator.readyAfter().toMillis() / 1e3);
            return new Start(ready, rates);
        } finally {
            orchestrator.end(remembering ? Duration.ofMinutes(5) : Duration.ofSeconds(25));
        }
    }

    private List<Double> rates(Driver driver) {
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            var measured =
                    driver.measure(new Load.Closed(IN_FLIGHT), Window.of(Duration.ZERO, Duration.ofSeconds(SECONDS)));
            rates.add(Figures.rounded(measured.runsPerSecond()));
        }
        return List.copyOf(rates);
    }
}
