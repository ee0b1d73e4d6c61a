package io.flyball.governor;

import io.flyball.testkit.SharedNeighbours;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The real governor beside real neighbours, which may be ended and started again. */
public final class RunningGovernor implements AutoCloseable {
    private final List<String> arguments;
    private ConfigurableApplicationContext context;

    /**
     * Starts it.
     *
     * @param folder for its state
     * @param options further settings as {@code name=value}
     */
    public RunningGovernor(SharedNeighbours neighbours, Path folder, String... options) {
        arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--flyball.connection.kafka=" + neighbours.bootstrapServers(),
                "--flyball.connection.registry=" + neighbours.registryUrl(),
                "--flyball.connection.redis=" + neighbours.redisUrl(),
                "--flyball.connection.redis-timeout=500ms",
                "--flyball.security.token-file=" + folder.resolve("token"),
                "--flyball.catalogue.directory=../../catalogue",
                "--flyball.governor.streams.state-directory=" + folder.resolve("state"),
                "--flyball.governor.stop.grace=500ms"));
        List.of(options).forEach(option -> arguments.add("--" + option));
        context = GovernorApplication.start(arguments.toArray(String[]::new));
    }

    /** Ends it and starts it again, with other settings if any are given. */
    public void restart(String... options) {
        context.close();
        List.of(options).forEach(option -> arguments.add("--" + option));
        context = GovernorApplication.start(arguments.toArray(String[]::new));
    }

    public void stop() {
        context.close();
    }

    /** Whether every part says that it is ready. */
    public boolean isReady() {
        return context.getBeansOfType(HealthIndicator.class).values().stream()
                .allMatch(part -> Status.UP.equals(part.health().getStatus()));
    }

    @Override
    public void close() {
        context.close();
    }
}
