package io.flyball.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.DeadLetter;
import io.flyball.contract.Outcome;
import io.flyball.contract.RunResult;
import io.flyball.contract.TokenCount;
import io.flyball.contract.Usage;
import io.flyball.contract.UsageKind;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.subscribe.Projection;
import io.flyball.platform.subscribe.Subscription;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS, NeighbourKind.TRACING})
class MetricsIT {
    private static final String AGENT = "counted-" + System.nanoTime();
    private static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    @DisplayName(
            "OPS-7 OBS-2 functions bound to topics count what is committed, once, for Prometheus; what they cannot read is a dead"
                    + " letter and holds nothing up")
    void counts(SharedNeighbours neighbours, @TempDir Path folder) throws Exception {
        List<DeadLetter> letters = new CopyOnWriteArrayList<>();
        try (var notifier = new NotifierUnderTest(neighbours, folder);
                var wire = new RegistryWire(URI.create(neighbours.registryUrl()));
                var producer = producer(neighbours);
                var _ = NotifierApplication.start(settings(notifier).toArray(String[]::new))) {
            notifier.awaitReady();
            var shelf = new Projection(neighbours.bootstrapServers(), "letters", wire)
                    .on(new Subscription<>(Topics.DEAD_LETTERS, DeadLetter.class, letters::add));
            shelf.start();
            String broken = "no avro " + AGENT;
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(Topics.RESULTS, "run", wire.encode(Topics.RESULTS, result("aborted"))))
                    .get();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(Topics.RESULTS, "run", broken.getBytes(StandardCharsets.UTF_8)));
            producer.send(new ProducerRecord<>(Topics.RESULTS, "run", wire.encode(Topics.RESULTS, result("one"))));
            producer.send(new ProducerRecord<>(Topics.RESULTS, "run", wire.encode(Topics.RESULTS, result("two"))));
            producer.commitTransaction();
            notifier.send(Topics.USAGE, usage(-1));
            notifier.send(Topics.USAGE, usage(30));

            Await.that("both are counted")
                    .until(() -> scraped(notifier)
                            .anyMatch(line -> line.startsWith("agent_requests_total{") && line.endsWith(" 2.0")));
            assertThat(scraped(notifier))
                    .anyMatch(line -> line.startsWith("agent_requests_total{") && line.contains("status=\"resolved\""))
                    .anyMatch(line ->
                            line.startsWith("agent_request_duration_seconds_bucket{") && line.contains("le=\"600.0\""))
                    .anyMatch(line -> line.startsWith("agent_steps_per_request_sum{") && line.endsWith(" 8.0"))
                    .anyMatch(line -> line.startsWith("agent_api_cost_dollars_sum{") && line.endsWith(" 0.5"))
                    .anyMatch(line -> line.startsWith("agent_task_success_total{") && line.endsWith(" 2.0"));
            Await.that("the model's tokens")
                    .until(() -> scraped(notifier)
                            .anyMatch(line -> line.startsWith("agent_tokens_total{")
                                    && line.contains("type=\"output\"")
                                    && line.endsWith(" 30.0")));
            Await.that("the dead letter")
                    .until(() -> letters.stream()
                            .anyMatch(letter -> letter.getTopic().equals(Topics.RESULTS)
                                    && letter.getValue() != null
                                    && StandardCharsets.UTF_8
                                            .decode(letter.getValue().duplicate())
                                            .toString()
                                            .equals(broken)));
            Await.that("the dead letter of what could be read, but not counted")
                    .until(() -> letters.stream()
                            .anyMatch(letter -> letter.getTopic().equals(Topics.USAGE)));
            shelf.stop();
        }
    }

    /** The lines of this test's agent. */
    private static Stream<String> scraped(NotifierUnderTest notifier) throws Exception {
        return notifier.metrics().lines().filter(line -> line.contains(AGENT));
    }

    private static List<String> settings(NotifierUnderTest notifier) {
        List<String> settings = new ArrayList<>(notifier.settings("metrics-it"));
        settings.add("--spring.cloud.stream.kafka.binder.consumer-properties.auto.offset.reset=earliest");
        settings.add("--spring.cloud.stream.default.group=" + AGENT);
        return settings;
    }

    private static KafkaProducer<String, byte[]> producer(SharedNeighbours neighbours) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", neighbours.bootstrapServers(), "transactional.id", AGENT),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static RunResult result(String id) {
        return RunResult.newBuilder()
                .setId(id)
                .setRunId("run-" + id)
                .setTenant("default")
                .setPrincipal("system")
                .setAgent(AGENT)
                .setEnvironment("staging")
                .setGoal("goal")
                .setOutcome(Outcome.RESOLVED)
                .setReason("")
                .setSummary("done")
                .setConfidence(1)
                .setDryRun(false)
                .setActions(List.of())
                .setVerification(List.of())
                .setSteps(4)
                .setLlmCalls(1)
                .setTokens(new TokenCount(0L, 0L, 0L, 0L))
                .setCostMicros(250_000)
                .setActiveMillis(1_000)
                .setOpenedAt(OPENED)
                .setClosedAt(OPENED.plusSeconds(7))
                .setTraceId("")
                .setFindings(List.of())
                .setCollateral(List.of())
                .setEffective(true)
                .build();
    }

    private static Usage usage(long output) {
        return Usage.newBuilder()
                .setId("usage-" + AGENT)
                .setKind(UsageKind.MODEL_CALL)
                .setRunId("run-one")
                .setTenant("default")
                .setPrincipal("system")
                .setAgent(AGENT)
                .setEnvironment("staging")
                .setStep(1)
                .setProvider("anthropic")
                .setModel("some-model")
                .setTokens(new TokenCount(100L, output, 50L, 0L))
                .setDurationMillis(1_200)
                .setUsedAt(OPENED)
                .build();
    }
}
