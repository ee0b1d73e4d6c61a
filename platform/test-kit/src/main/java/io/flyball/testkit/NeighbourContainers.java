package io.flyball.testkit;

import io.flyball.localstack.NeighbourKind;
import java.net.URI;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;

/** Broker and Redis in containers. Where there is no engine or no image, the test is skipped and says so. */
final class NeighbourContainers {

    static final Set<NeighbourKind> KINDS = Set.of(NeighbourKind.BROKER, NeighbourKind.REDIS);

    private static final String PROPERTY = "flyball.testcontainers";
    private static final int REDIS_PORT = 6379;

    private final Map<NeighbourKind, GenericContainer<?>> started = new EnumMap<>(NeighbourKind.class);

    static boolean wanted() {
        return Boolean.getBoolean(PROPERTY);
    }

    static void skip(String reason) {
        throw new TestAbortedException("-D" + PROPERTY + "=true: " + reason);
    }

    synchronized void start(Set<NeighbourKind> wanted) {
        var missing = EnumSet.noneOf(NeighbourKind.class);
        missing.addAll(wanted);
        missing.retainAll(KINDS);
        missing.removeAll(started.keySet());
        if (!missing.isEmpty() && !DockerClientFactory.instance().isDockerAvailable()) {
            skip("no container engine answers");
        }
        missing.forEach(kind -> started.put(kind, start(container(kind))));
    }

    synchronized URI url(NeighbourKind kind) {
        var container = started.get(kind);
        if (container == null) {
            throw new IllegalStateException(kind + " was not started");
        }
        return container instanceof KafkaContainer broker
                ? URI.create("kafka://" + broker.getBootstrapServers())
                : URI.create("redis://" + container.getHost() + ":" + container.getMappedPort(REDIS_PORT));
    }

    private static GenericContainer<?> container(NeighbourKind kind) {
        return switch (kind) {
            case BROKER ->
                new KafkaContainer("apache/kafka-native:" + ContainerSettings.brokerVersion())
                        .withEnv(ContainerSettings.ofBroker());
            case REDIS -> new GenericContainer<>("redis:7-alpine").withExposedPorts(REDIS_PORT);
            case REGISTRY, TRACING -> throw new IllegalArgumentException(kind + " runs as a process");
        };
    }

    private static GenericContainer<?> start(GenericContainer<?> container) {
        try {
            container.start();
            return container;
        } catch (ContainerFetchException noImage) {
            throw skipped(noImage);
        } catch (ContainerLaunchException failed) {
            throw failed.getCause() instanceof ContainerFetchException noImage ? skipped(noImage) : failed;
        }
    }

    private static TestAbortedException skipped(ContainerFetchException noImage) {
        return new TestAbortedException("-D%s=true: %s".formatted(PROPERTY, noImage.getMessage()), noImage);
    }
}
