package io.flyball.bench.stack;

import io.flyball.localstack.NeighbourKind;
import io.flyball.localstack.NeighbourSettings;
import io.flyball.localstack.Neighbours;
import io.flyball.localstack.Ports;
import io.flyball.platform.stop.StopValue;
import io.flyball.platform.topics.SchemaRegistrar;
import io.flyball.platform.topics.TopicProvisioner;
import io.flyball.schemas.TopicCatalogue;
import io.lettuce.core.RedisClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;

/** A broker, a registry and a Redis of this benchmark's own, on free ports and in its own folder. */
public final class Surroundings implements AutoCloseable {
    private final Neighbours neighbours;
    private final Path folder;

    private Surroundings(Neighbours neighbours, Path folder) {
        this.neighbours = neighbours;
        this.folder = folder;
    }

    /** Starts them with the settings that a lasting stack has, makes topics and schemas, and releases the stop. */
    public static Surroundings start(Home home, Path folder) {
        var settings = new NeighbourSettings(
                home.neighbours(),
                folder,
                Ports.free(),
                Set.of(NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS),
                Path.of(System.getProperty("java.home")),
                true);
        var surroundings = new Surroundings(Neighbours.start(settings, _ -> {}), folder);
        try {
            surroundings.provision();
            return surroundings;
        } catch (RuntimeException e) {
            surroundings.close();
            throw e;
        }
    }

    private void provision() {
        TopicCatalogue catalogue = TopicCatalogue.load();
        new TopicProvisioner(catalogue, 1, 1).provision(kafka());
        new SchemaRegistrar(catalogue).register(registry());
        try (RedisClient client = RedisClient.create(redis().toString());
                var connection = client.connect()) {
            connection.sync().set(StopValue.KEY, "{\"active\":false}");
        }
    }

    /** Bootstrap servers. */
    public String kafka() {
        return neighbours.get(NeighbourKind.BROKER).url().getAuthority();
    }

    /** Root of the registry. */
    public URI registry() {
        return neighbours.get(NeighbourKind.REGISTRY).url();
    }

    /** The address of Redis. */
    public URI redis() {
        return neighbours.get(NeighbourKind.REDIS).url();
    }

    /** The broker's process. */
    public long brokerPid() {
        return neighbours.get(NeighbourKind.BROKER).pid();
    }

    /** Where data and logs are. */
    public Path folder() {
        return folder;
    }

    /** Where the orchestrator keeps its locks and checkpoints. */
    public Path orchestratorState() {
        return folder.resolve("orchestrator");
    }

    @Override
    public void close() {
        neighbours.close();
    }
}
