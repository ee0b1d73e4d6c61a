package io.flyball.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.AuditEntry;
import io.flyball.contract.AuditFact;
import io.flyball.contract.AuditKind;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.subscribe.Projection;
import io.flyball.platform.subscribe.Subscription;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.topics.SchemaRegistrar;
import io.flyball.platform.topics.TopicProvisioner;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.schemas.TopicCatalogue;
import io.flyball.schemas.Topics;
import io.flyball.schemas.audit.AuditCheck;
import io.flyball.schemas.audit.CheckpointLines;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import io.lettuce.core.RedisClient;
import io.opentelemetry.api.OpenTelemetry;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
class AuditIT {
    @TempDir
    private Path folder;

    private final String run = UUID.randomUUID().toString();
    private final List<AuditEntry> written = new CopyOnWriteArrayList<>();

    @Test
    @DisplayName(
            "AUD-2 a flushed Redis and an orchestrator that is started anew leave one whole chain, and checkpoints that fit")
    void oneChain(SharedNeighbours neighbours) throws Exception {
        URI registry = URI.create(neighbours.registryUrl());
        new TopicProvisioner(TopicCatalogue.load(), 1, 1).provision(neighbours.bootstrapServers());
        new SchemaRegistrar(TopicCatalogue.load()).register(registry);
        var wire = new RegistryWire(registry);
        var publisher = new Publisher(
                Publisher.producer(neighbours.bootstrapServers(), "teller"),
                wire,
                new EventHeaders("teller", new Telemetry(OpenTelemetry.noop())),
                Clock.systemUTC());
        var ears = new Projection(neighbours.bootstrapServers(), "ears", wire)
                .on(new Subscription<>(Topics.AUDIT, AuditEntry.class, written::add));
        ears.start();
        try (ConfigurableApplicationContext _ = start(neighbours)) {
            tell(publisher, 1, 5);
            Await.that("five are chained").until(() -> chain().size() == 5);
        }
        flush(neighbours);
        tell(publisher, 4, 9);
        try (ConfigurableApplicationContext _ = start(neighbours)) {
            Await.that("nine are chained").until(() -> chain().size() == 9);
            Await.that("the last is signed")
                    .until(() -> signed().heads().chains().containsKey(run)
                            && signed().heads().chains().get(run).sequence() == 9);
        }
        ears.stop();
        publisher.close();
        wire.close();

        AuditCheck check = new AuditCheck();
        chain().forEach(check::add);
        assertThat(check.findings()).isEmpty();
        assertThat(chain().stream().map(AuditEntry::getId)).doesNotHaveDuplicates();
        assertThat(signed().faults()).isEmpty();
        assertThat(check.heads().chains())
                .containsEntry(run, signed().heads().chains().get(run));
    }

    private List<AuditEntry> chain() {
        return written.stream().filter(entry -> run.equals(entry.getRunId())).toList();
    }

    private CheckpointLines signed() throws java.io.IOException {
        var lines = new CheckpointLines(null);
        Path file = folder.resolve("checkpoints.jsonl");
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(lines::add);
        }
        return lines;
    }

    private void tell(Publisher publisher, int from, int to) throws Exception {
        for (int i = from; i <= to; i++) {
            AuditFact fact = AuditFact.newBuilder()
                    .setId("fact-" + i)
                    .setRunId(run)
                    .setTenant("default")
                    .setService("tool-executor")
                    .setKind(AuditKind.ACTION_BEFORE)
                    .setActor("agent")
                    .setDetailJson("{}")
                    .setAt(Instant.ofEpochMilli(i))
                    .build();
            publisher.send(Topics.AUDIT_FACTS, run, fact).get(60, TimeUnit.SECONDS);
        }
    }

    private static void flush(SharedNeighbours neighbours) {
        RedisClient client = RedisClient.create(neighbours.redisUrl());
        try (var connection = client.connect()) {
            connection.sync().flushall();
        } finally {
            client.shutdown();
        }
    }

    private ConfigurableApplicationContext start(SharedNeighbours neighbours) {
        return OrchestratorApplication.start(
                "--server.port=0",
                "--flyball.connection.kafka=" + neighbours.bootstrapServers(),
                "--flyball.connection.registry=" + neighbours.registryUrl(),
                "--flyball.connection.redis=" + neighbours.redisUrl(),
                "--flyball.security.token-file=" + folder.resolve("token"),
                "--flyball.catalogue.directory=../../catalogue",
                "--flyball.orchestrator.audit.checkpoint-file=" + folder.resolve("checkpoints.jsonl"),
                "--flyball.orchestrator.audit.key-file=" + folder.resolve("checkpoint-key"),
                "--flyball.orchestrator.audit.checkpoint-every=1s",
                "--flyball.orchestrator.streams.state-directory=" + folder.resolve("state"));
    }
}
