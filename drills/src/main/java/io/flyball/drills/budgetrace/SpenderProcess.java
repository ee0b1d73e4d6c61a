package io.flyball.drills.budgetrace;

import io.flyball.drills.suite.Suite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process of spenders, which can be killed and started again. It ends by itself when this process is gone, as its input does. */
final class SpenderProcess {
    private static final long PATIENCE_SECONDS = 60;

    private final List<String> command;
    private final Path log;
    private @Nullable Process process;

    SpenderProcess(Suite suite, URI provider, int number, BudgetRaceSettings settings) {
        log = suite.folder().resolve("logs").resolve("spenders-" + number + ".log");
        command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.flyball.contract",
                "-Dorg.apache.avro.specific.use_custom_coders=true",
                "-cp",
                System.getProperty("java.class.path"),
                SpenderMain.class.getName(),
                suite.broker(),
                suite.registry().toString(),
                suite.redisProcess().url().toString(),
                provider.toString(),
                suite.folder().resolve("catalogue").toString(),
                Integer.toString(number),
                Integer.toString(settings.spendersOf(number)),
                Long.toString(settings.seed()));
    }

    void start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("spenders could not be started", e);
        }
    }

    void kill() {
        Objects.requireNonNull(process).destroyForcibly().onExit().join();
    }

    /** Lets it settle what it has begun. */
    void end() throws InterruptedException, IOException {
        Process running = Objects.requireNonNull(process);
        running.getOutputStream().close();
        if (!running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("spenders did not end; their log: " + log);
        }
    }
}
