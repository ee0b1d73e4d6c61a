package io.flyball.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.Outcome;
import io.flyball.contract.PlanRequest;
import io.flyball.contract.RunEvent;
import io.flyball.contract.ToolCall;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.publish.DeadLetterOffice;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.stop.StopValue;
import io.flyball.platform.subscribe.Projection;
import io.flyball.platform.subscribe.Subscription;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.topics.SchemaRegistrar;
import io.flyball.platform.topics.TopicProvisioner;
import io.flyball.platform.wire.DeadLetters;
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
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
class OrchestratorIT {
    private static final String STOP = "{\"active\":true,\"reason\":\"drill\",\"activated_by\":\"ann\"}";

    @TempDir
    Path directory;

    private final ConcurrentLinkedQueue<io.flyball.contract.RunResult> results = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<RunEvent> events = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean executorIsUp = new AtomicBoolean(true);
    private SharedNeighbours neighbours;
    private RegistryWire wire;
    private Publisher publisher;
    private Subscriber others;
    private Projection outcome;
    private ConfigurableApplicationContext orchestrator;

    @BeforeEach
    void start(SharedNeighbours shared) {
        neighbours = shared;
        URI registry = URI.create(neighbours.registryUrl());
        new TopicProvisioner(TopicCatalogue.load(), 1, 1).provision(neighbours.bootstrapServers());
        new SchemaRegistrar(TopicCatalogue.load()).register(registry);
        setStop("{\"active\":false}");
        wire = new RegistryWire(registry);
        var telemetry = new Telemetry(OpenTelemetry.noop());
        publisher = new Publisher(
                Publisher.producer(neighbours.bootstrapServers(), "others"),
                wire,
                new EventHeaders("others", telemetry),
                Clock.systemUTC());
        var office = new DeadLetterOffice(new DeadLetters("others", Clock.systemUTC()), publisher);
        others = new Subscriber(neighbours.bootstrapServers(), "others", wire, telemetry, office)
                .on(new Subscription<>(
                        Topics.PLAN_REQUESTS,
                        PlanRequest.class,
                        r -> publish(Topics.PLAN_DECISIONS, r.getRunId(), Answers.plan(r, Instant.now()))))
                .on(new Subscription<>(
                        Topics.ACTION_PROPOSALS,
                        ActionProposal.class,
                        p -> publish(Topics.ACTION_VERDICTS, p.getRunId(), Answers.allow(p, Instant.now()))))
                .on(new Subscription<>(Topics.TOOL_CALLS, ToolCall.class, c -> {
                    Await.that("the executor is up").until(executorIsUp::get);
                    publish(Topics.TOOL_RESULTS, c.getRunId(), Answers.succeed(c, Instant.now()));
                }));
        others.start();
        outcome = new Projection(neighbours.bootstrapServers(), "outcome", wire)
                .on(new Subscription<>(Topics.RESULTS, io.flyball.contract.RunResult.class, results::add))
                .on(new Subscription<>(
                        Topics.RUN_EVENTS, RunEvent.class, record -> events.addAll(RunHistory.oneByOne(record))));
        outcome.start();
        orchestrator = startOrchestrator();
    }

    @AfterEach
    void stop() {
        orchestrator.close();
        others.stop();
        outcome.stop();
        publisher.close();
        wire.close();
    }

    @Test
    @DisplayName(
            "RUN-20 RUN-21 an alert becomes a resolved run, also when the orchestrator is started anew in the middle")
    void survivesARestart() throws Exception {
        executorIsUp.set(false);
        String fingerprint = "fp-" + System.nanoTime();
        publish(Topics.ALERTS, fingerprint, Answers.alert(fingerprint, "shop-" + fingerprint, Instant.now()));
        Await.that("a tool has been called")
                .until(() -> eventsOf(fingerprint).stream()
                        .anyMatch(e -> e.getWhat() instanceof io.flyball.contract.ToolCalled));

        orchestrator.close();
        orchestrator = startOrchestrator();
        executorIsUp.set(true);

        Await.that("the run has a result").until(() -> resultOf(fingerprint).size() == 1);
        io.flyball.contract.RunResult result = resultOf(fingerprint).getFirst();
        assertThat(result.getOutcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(result.getTraceId()).hasSize(32);
        List<Long> sequences =
                eventsOf(fingerprint).stream().map(RunEvent::getSequence).toList();
        assertThat(sequences).isSorted().doesNotHaveDuplicates().startsWith(1L);
        assertThat(sequences.getLast()).isEqualTo(sequences.size());
    }

    @Test
    @DisplayName("STOP-2 STOP-3 a stop that is set with a bare SET holds runs; its release lets them go on")
    void bareStopHolds() throws Exception {
        setStop(STOP);
        others.stop();
        String fingerprint = "fp-" + System.nanoTime();
        publish(Topics.ALERTS, fingerprint, Answers.alert(fingerprint, "shop-" + fingerprint, Instant.now()));
        Await.that("the run is held")
                .until(() -> eventsOf(fingerprint).stream()
                        .anyMatch(e -> e.getWhat() instanceof io.flyball.contract.RunHeld));

        setStop("{\"active\":false}");
        others.start();
        Await.that("the run has a result").until(() -> resultOf(fingerprint).size() == 1);
        assertThat(resultOf(fingerprint).getFirst().getOutcome()).isEqualTo(Outcome.RESOLVED);
    }

    private ConfigurableApplicationContext startOrchestrator() {
        return OrchestratorApplication.start(
                "--server.port=0",
                "--flyball.connection.kafka=" + neighbours.bootstrapServers(),
                "--flyball.connection.registry=" + neighbours.registryUrl(),
                "--flyball.connection.redis=" + neighbours.redisUrl(),
                "--flyball.security.token-file=" + directory.resolve("token"),
                "--flyball.catalogue.directory=../../catalogue",
                "--flyball.orchestrator.audit.checkpoint-file=" + directory.resolve("checkpoints.jsonl"),
                "--flyball.orchestrator.audit.key-file=" + directory.resolve("checkpoint-key"),
                "--flyball.orchestrator.streams.state-directory=" + directory.resolve("state"));
    }

    private void setStop(String value) {
        RedisClient client = RedisClient.create(neighbours.redisUrl());
        try (var connection = client.connect()) {
            connection.sync().set(StopValue.KEY, value);
        } finally {
            client.shutdown();
        }
    }

    private void publish(String topic, String key, org.apache.avro.specific.SpecificRecord record) throws Exception {
        publisher.send(topic, key, record).get(120, TimeUnit.SECONDS);
    }

    private List<io.flyball.contract.RunResult> resultOf(String fingerprint) {
        return results.stream()
                .filter(r -> fingerprint.equals(r.getFingerprint()))
                .toList();
    }

    private List<RunEvent> eventsOf(String fingerprint) {
        return events.stream()
                .filter(e -> e.getWhat() instanceof io.flyball.contract.RunOpened opened
                        && opened.getAlert() != null
                        && fingerprint.equals(opened.getAlert().getFingerprint()))
                .map(RunEvent::getRunId)
                .findFirst()
                .map(run ->
                        events.stream().filter(e -> e.getRunId().equals(run)).toList())
                .orElse(List.of());
    }
}
