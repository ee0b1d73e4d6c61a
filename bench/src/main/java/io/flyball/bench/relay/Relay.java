package io.flyball.bench.relay;

import io.flyball.bench.stack.JavaProcess;
import io.flyball.bench.stack.Surroundings;
import java.util.List;

/** The raw relay's process. */
public final class Relay implements AutoCloseable {
    private final JavaProcess process;

    private Relay(JavaProcess process) {
        this.process = process;
    }

    /** Makes its topics and starts it; it reads whatever is there when it comes up. */
    public static Relay start(Surroundings around, RelayKind kind, int recordsPerRun) throws InterruptedException {
        RelayTopics.create(around.kafka());
        return new Relay(JavaProcess.start(
                List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"),
                System.getProperty("java.class.path"),
                List.of("io.flyball.bench.relay.RelayMain", around.kafka(), kind.name(), String.valueOf(recordsPerRun)),
                around.folder().resolve("relay.log")));
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.kill();
    }
}
