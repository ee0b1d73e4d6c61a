package io.flyball.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.Alert;
import io.flyball.contract.AlertJoined;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunOpened;
import io.flyball.contract.RunQueued;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.stop.StopValue;
import io.flyball.platform.subscribe.Projection;
import io.flyball.platform.subscribe.Subscription;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.topics.SchemaRegistrar;
import io.flyball.platform.topics.TopicProvisioner;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.schemas.RunHistory;
import io.flyball.schemas.TopicCatalogue;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import io.lettuce.core.RedisClient;
import io.opentelemetry.api.OpenTelemetry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A storm through a real broker. The emergency stop is on, so that runs open and are held, and none asks for a plan. */
@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
class StormIT {
    private static final int ALERTS = 10_000;
    private static final int SERVICES = 50;

    @TempDir
    private Path directory;

    private final String storm = "storm-" + System.nanoTime() + "-";
    private final Set<String> runs = ConcurrentHashMap.newKeySet();
    private final Set<String> queued = ConcurrentHashMap.newKeySet();
    private final Set<String> found = ConcurrentHashMap.newKeySet();

    @Test
    @DisplayName(
            "ING-4 10,000 alerts of 50 services on a real broker open at most 50 runs; each alert is found by its run")
    void storm(SharedNeighbours neighbours) throws Exception {
        URI registry = URI.create(neighbours.registryUrl());
        new TopicProvisioner(TopicCatalogue.load(), 1, 1).provision(neighbours.bootstrapServers());
        severalPartitions(neighbours);
        new SchemaRegistrar(TopicCatalogue.load()).register(registry);
        setStop(neighbours, "{\"active\":true,\"reason\":\"storm\",\"activated_by\":\"ann\"}");
        try (var wire = new RegistryWire(registry);
                var publisher = new Publisher(
                        Publisher.producer(neighbours.bootstrapServers(), "storm"),
                        wire,
                        new EventHeaders("storm", new Telemetry(OpenTelemetry.noop())),
                        Clock.systemUTC());
                ConfigurableApplicationContext _ = startOrchestrator(neighbours)) {
            var history = new Projection(neighbours.bootstrapServers(), "storm-history", wire)
                    .on(new Subscription<>(
                            Topics.RUN_EVENTS,
                            RunEvent.class,
                            record -> RunHistory.oneByOne(record).forEach(this::look)));
            history.start();
            long began = System.nanoTime();
            raiseAll(publisher);
            Await.that("every alert is found by a run")
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> found.size() == ALERTS);
            System.out.printf(
                    "storm on a broker: %d alerts of %d services found by %d runs (%d queued) after %d ms%n",
                    ALERTS,
                    SERVICES,
                    runs.size(),
                    queued.size(),
                    Duration.ofNanos(System.nanoTime() - began).toMillis());
            history.stop();
        } finally {
            setStop(neighbours, "{\"active\":false}");
        }
        assertThat(runs).hasSizeLessThanOrEqualTo(SERVICES);
        assertThat(queued).isNotEmpty();
    }

    /** As older versions made it: two thirds of the storm then queue before they reach admission. */
    private static void severalPartitions(SharedNeighbours neighbours) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", neighbours.bootstrapServers()))) {
            int found = admin.describeTopics(List.of(Topics.ALERTS))
                    .allTopicNames()
                    .get()
                    .get(Topics.ALERTS)
                    .partitions()
                    .size();
            if (found == 1) {
                admin.createPartitions(Map.of(Topics.ALERTS, NewPartitions.increaseTo(3)))
                        .all()
                        .get();
            }
        }
    }

    private void raiseAll(Publisher publisher) throws Exception {
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (int i = 0; i < ALERTS; i++) {
            Alert alert = alert(i);
            sent.add(publisher.send(Topics.ALERTS, alert.getFingerprint(), alert));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(120, TimeUnit.SECONDS);
    }

    /** An alert is found where it opened a run, or where it joined one. */
    private void look(RunEvent event) {
        switch (event.getWhat()) {
            case RunOpened opened
            when opened.getAlert() != null -> seen(opened.getAlert().getFingerprint(), event);
            case AlertJoined joined -> seen(joined.getFingerprint(), event);
            case RunQueued _ -> queued.add(event.getRunId());
            // Nothing else tells of alerts.
            default -> {}
        }
    }

    private void seen(String fingerprint, RunEvent event) {
        if (fingerprint.startsWith(storm)) {
            found.add(fingerprint);
            runs.add(event.getRunId());
        }
    }

    private Alert alert(int i) {
        Instant now = Instant.now();
        return Alert.newBuilder(Answers.alert(storm + i, storm + i % SERVICES, now))
                .setName("FlyballStorm")
                .setLabels(Map.of("pod", "pod-" + i))
                .build();
    }

    private ConfigurableApplicationContext startOrchestrator(SharedNeighbours neighbours) {
        return OrchestratorApplication.start(
                "--server.port=0",
                "--flyball.connection.kafka=" + neighbours.bootstrapServers(),
                "--flyball.connection.registry=" + neighbours.registryUrl(),
                "--flyball.connection.redis=" + neighbours.redisUrl(),
                "--flyball.security.token-file=" + directory.resolve("token"),
                "--flyball.catalogue.directory=../../catalogue",
                "--flyball.orchestrator.streams.state-directory=" + directory.resolve("state"));
    }

    private static void setStop(SharedNeighbours neighbours, String value) {
        RedisClient client = RedisClient.create(neighbours.redisUrl());
        try (var connection = client.connect()) {
            connection.sync().set(StopValue.KEY, value);
        } finally {
            client.shutdown();
        }
    }
}
