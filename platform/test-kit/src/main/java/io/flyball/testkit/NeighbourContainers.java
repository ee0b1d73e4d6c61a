package io.flyball.testkit;

import io.flyball.localstack.NeighbourKind;
import java.net.URI;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;

/** Broker and Redis in containers. Where there is no engine or no image, the test is skipped and says so. */
final class NeighbourContainers {

    static final Set<NeighbourKind> KINDS = Set.of(NeighbourKind.BROKER, NeighbourKind.REDIS);

    private static final String PROPERTY = "flyball.testcontainers";
    private static final int REDIS_PORT = 6379;

    private final Map<NeighbourKind, GenericContainer<?>> started = new EnumMap<>(NeighbourKind.class);
    private final Map<NeighbourKind, String> impossible = new EnumMap<>(NeighbourKind.class);

    static boolean wanted() {
        return Boolean.getBoolean(PROPERTY);
    }

    static TestAbortedException skipped(String reason) {
        return new TestAbortedException("-D" + PROPERTY + "=true: " + reason);
    }

    /** @throws TestAbortedException if one of them cannot run here */
    synchronized void start(Set<NeighbourKind> wanted) {
        var missing = EnumSet.noneOf(NeighbourKind.class);
        missing.addAll(wanted);
        missing.retainAll(KINDS);
        missing.removeAll(started.keySet());
        missing.forEach(this::start);
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

    private void start(NeighbourKind kind) {
        var reason = impossible.computeIfAbsent(kind, _ -> whyNot(kind).orElse(""));
        if (!reason.isEmpty()) {
            throw skipped(reason);
        }
        var container = container(kind);
        container.start();
        started.put(kind, container);
    }

    private static Optional<String> whyNot(NeighbourKind kind) {
        var engine = DockerClientFactory.instance();
        return engine.isDockerAvailable()
                ? ContainerImages.whyMissing(engine.client(), image(kind))
                : Optional.of("no container engine answers");
    }

    private static GenericContainer<?> container(NeighbourKind kind) {
        return kind == NeighbourKind.BROKER
                ? new KafkaContainer(image(kind)).withEnv(ContainerSettings.ofBroker())
                : new GenericContainer<>(image(kind)).withExposedPorts(REDIS_PORT);
    }

    private static String image(NeighbourKind kind) {
        return switch (kind) {
            case BROKER -> "apache/kafka-native:" + ContainerSettings.brokerVersion();
            case REDIS -> "redis:7-alpine";
            case REGISTRY, TRACING -> throw new IllegalArgumentException(kind + " runs as a process");
        };
    }
}
