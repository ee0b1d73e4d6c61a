package io.flyball.console.kit;

import io.flyball.console.ConsoleApplication;
import io.flyball.platform.topics.SchemaRegistrar;
import io.flyball.platform.topics.TopicProvisioner;
import io.flyball.schemas.TopicCatalogue;
import io.flyball.testkit.SharedNeighbours;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** A real console on a free port, beside real neighbours. */
public final class RunningConsole implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final String token;

    private RunningConsole(ConfigurableApplicationContext context, String token) {
        this.context = context;
        this.token = token;
    }

    /** Starts one; the topics and schemas are made as the launcher makes them. */
    public static RunningConsole start(SharedNeighbours neighbours, String... more) {
        TopicCatalogue catalogue = TopicCatalogue.load();
        new TopicProvisioner(catalogue, 1, 1).provision(neighbours.bootstrapServers());
        new SchemaRegistrar(catalogue).register(URI.create(neighbours.registryUrl()));
        return startAgainst(neighbours.bootstrapServers(), neighbours.registryUrl(), neighbours.redisUrl(), more);
    }

    /** Starts one against those addresses, whether or not anything is there. */
    public static RunningConsole startAgainst(String kafka, String registry, String redis, String... more) {
        try {
            Path tokenFile =
                    Files.createTempDirectory(Path.of("target"), "console-it").resolve("token");
            List<String> args = new ArrayList<>(List.of(
                    "--flyball.security.token-file=" + tokenFile,
                    "--flyball.connection.kafka=" + kafka,
                    "--flyball.connection.registry=" + registry,
                    "--flyball.connection.redis=" + redis));
            args.addAll(List.of(more));
            if (args.stream().noneMatch(arg -> arg.startsWith("--server.port="))) {
                args.add("--server.port=0");
            }
            ConfigurableApplicationContext context = ConsoleApplication.start(args.toArray(String[]::new));
            return new RunningConsole(context, Files.readString(tokenFile).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String token() {
        return token;
    }

    public URI uri(String path) {
        return URI.create(
                "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    /** A client that shows the token. */
    public Http http() {
        return new Http(this, token);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Releases the emergency stop, whoever set it; a key that is set inactive by hand would be no release. */
    public void release() {
        http().post("/api/resume", Map.of("reason", "the next test begins"));
    }

    @Override
    public void close() {
        context.close();
    }
}
