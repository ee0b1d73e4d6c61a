package io.flyball.governor;

import io.flyball.testkit.SharedNeighbours;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The real governor beside real neighbours, which may be ended and started again. */
public final class RunningGovernor implements AutoCloseable {
    private final Map<String, String> settings = new LinkedHashMap<>();
    private ConfigurableApplicationContext context;

    /**
     * Starts it.
     *
     * @param folder for its state
     * @param options further settings as {@code name=value}
     */
    public RunningGovernor(SharedNeighbours neighbours, Path folder, String... options) {
        set(
                "server.port=0",
                "flyball.connection.kafka=" + neighbours.bootstrapServers(),
                "flyball.connection.registry=" + neighbours.registryUrl(),
                "flyball.connection.redis=" + neighbours.redisUrl(),
                "flyball.connection.redis-timeout=500ms",
                "flyball.security.token-file=" + folder.resolve("token"),
                "flyball.catalogue.directory=../../catalogue",
                "flyball.governor.streams.state-directory=" + folder.resolve("state"),
                "flyball.governor.grants.key-file=" + folder.resolve("grants/signing.key"),
                "flyball.governor.grants.public-keys-file=" + folder.resolve("grants/verifying.keys"),
                "flyball.governor.stop.grace=500ms");
        set(options);
        context = start();
    }

    /** Ends it and starts it again, with other settings if any are given. */
    public void restart(String... options) {
        context.close();
        set(options);
        context = start();
    }

    /** The last word counts; given twice on the command line, both would. */
    private void set(String... options) {
        for (String option : options) {
            String[] parts = option.split("=", 2);
            settings.put(parts[0], parts[1]);
        }
    }

    private ConfigurableApplicationContext start() {
        return GovernorApplication.start(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
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
