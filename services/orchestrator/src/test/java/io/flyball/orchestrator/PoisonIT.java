package io.flyball.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.Alert;
import io.flyball.contract.DeadLetter;
import io.flyball.contract.Outcome;
import io.flyball.contract.PlanDecision;
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
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@DisplayName("RUN-25 a record that can be read but not processed never stops other runs")
class PoisonIT {
    @TempDir
    Path directory;

    private final ConcurrentLinkedQueue<io.flyball.contract.RunResult> results = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<RunEvent> events = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<DeadLetter> letters = new ConcurrentLinkedQueue<>();
    private final String mark = Long.toString(System.nanoTime());
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
        others = new Subscriber(neighbours.bootstrapServers(), "others-" + mark, wire, telemetry, office)
                .on(new Subscription<>(
                        Topics.PLAN_REQUESTS,
                        PlanRequest.class,
                        r -> publish(Topics.PLAN_DECISIONS, r.getRunId(), plan(r))))
                .on(new Subscription<>(
                        Topics.ACTION_PROPOSALS,
                        ActionProposal.class,
                        p -> publish(Topics.ACTION_VERDICTS, p.getRunId(), Answers.allow(p, Instant.now()))))
                .on(new Subscription<>(
                        Topics.TOOL_CALLS,
                        ToolCall.class,
                        c -> publish(Topics.TOOL_RESULTS, c.getRunId(), Answers.succeed(c, Instant.now()))));
        others.start();
        outcome = new Projection(neighbours.bootstrapServers(), "outcome", wire)
                .on(new Subscription<>(Topics.RESULTS, io.flyball.contract.RunResult.class, results::add))
                .on(new Subscription<>(Topics.DEAD_LETTERS, DeadLetter.class, letters::add))
                .on(new Subscription<>(
                        Topics.RUN_EVENTS, RunEvent.class, record -> events.addAll(RunHistory.oneByOne(record))));
        outcome.start();
        orchestrator = OrchestratorApplication.start(
                "--server.port=0",
                "--flyball.connection.kafka=" + neighbours.bootstrapServers(),
                "--flyball.connection.registry=" + neighbours.registryUrl(),
                "--flyball.connection.redis=" + neighbours.redisUrl(),
                "--flyball.security.token-file=" + directory.resolve("token"),
                "--flyball.catalogue.directory=../../catalogue",
                // What other tests of this broker have left in the queue must not stand before these runs.
                "--flyball.orchestrator.admission.open-per-agent=1000",
                "--flyball.orchestrator.admission.open-in-all=1000",
                "--flyball.orchestrator.admission.runs-per-hour=100000",
                "--flyball.orchestrator.streams.state-directory=" + directory.resolve("state"));
    }

    @AfterEach
    void stop() {
        orchestrator.close();
        others.stop();
        outcome.stop();
        publisher.close();
        wire.close();
    }

    /** The planner; one run gets a decision that its state cannot hold: there, each of these signs takes six. */
    private static PlanDecision plan(PlanRequest request) {
        PlanDecision decision = Answers.plan(request, Instant.now());
        // Runs that other tests of this broker have left open may have no alert.
        boolean huge = request.getAlert() != null
                && request.getAlert().getFingerprint().startsWith("huge-plan");
        return huge
                ? PlanDecision.newBuilder(decision)
                        .setReasoning("\u0000".repeat(900_000))
                        .build()
                : decision;
    }

    @Test
    @DisplayName(
            "RUN-25 ING-6 an alert whose annotation has 600,000 characters, or that has 5,000 labels, is shortened and marked, and has its run")
    void largeAlerts() throws Exception {
        Alert large = alert("large")
                .setAnnotations(Map.of("description", "x".repeat(600_000)))
                .build();
        Map<String, String> labels = new java.util.TreeMap<>();
        for (int i = 0; i < 5_000; i++) {
            labels.put("label" + i, "\u0000\uD83D".repeat(20));
        }
        Alert many = alert("many").setLabels(labels).build();
        send(large);
        send(many);
        send(alert("good").build());

        endsAs("good", Outcome.RESOLVED);
        endsAs("large", Outcome.RESOLVED);
        endsAs("many", Outcome.RESOLVED);
        io.flyball.contract.RunOpened opened = opened("large");
        assertThat(opened.getAlert().getAnnotations().get("description"))
                .contains("shortened: the first 8000 of 600000 characters; all of it is in agent.alerts, partition");
        assertThat(opened("many").getAlert().getLabels()).hasSizeLessThan(202).containsKey("shortened");
    }

    @Test
    @DisplayName(
            "RUN-25 a plan decision that is too large goes to the dead letters, and its run is handed over with that reason")
    void hugePlan() throws Exception {
        send(alert("huge-plan").build());
        send(alert("good").build());

        endsAs("good", Outcome.RESOLVED);
        endsAs("huge-plan", Outcome.ESCALATED);
        assertThat(result("huge-plan").orElseThrow().getReason())
                .contains("could not be processed")
                .contains("at most 1000000");
        letter(Topics.PLAN_DECISIONS, "could be read, but not processed");
    }

    @Test
    @DisplayName(
            "CON-7 RUN-25 what cannot be is a dead letter that names the field: seconds for milliseconds, an end before its beginning")
    void nonsense() throws Exception {
        Instant now = Instant.now();
        send(alert("seconds")
                .setStartsAt(Instant.ofEpochMilli(now.getEpochSecond()))
                .build());
        send(alert("backwards")
                .setStatus(io.flyball.contract.AlertStatus.RESOLVED)
                .setEndsAt(now.minusSeconds(60))
                .build());
        send(alert("good").build());

        endsAs("good", Outcome.RESOLVED);
        letter(Topics.ALERTS, "startsAt is 1970");
        letter(Topics.ALERTS, "endsAt is");
        assertThat(events.stream().filter(e -> isOf(e, "seconds") || isOf(e, "backwards")))
                .isEmpty();
    }

    private Alert.Builder alert(String what) {
        String fingerprint = what + "-" + mark;
        return Alert.newBuilder(Answers.alert(fingerprint, "shop-" + fingerprint, Instant.now()));
    }

    private void send(Alert alert) throws Exception {
        publish(Topics.ALERTS, alert.getFingerprint(), alert);
    }

    private void endsAs(String what, Outcome expected) {
        Await.that("the run of " + what + " has a result")
                .until(() -> result(what).isPresent());
        assertThat(result(what).orElseThrow().getOutcome()).isEqualTo(expected);
    }

    private java.util.Optional<io.flyball.contract.RunResult> result(String what) {
        return results.stream()
                .filter(r -> (what + "-" + mark).equals(r.getFingerprint()))
                .findFirst();
    }

    private io.flyball.contract.RunOpened opened(String what) {
        return events.stream()
                .filter(event -> isOf(event, what))
                .map(event -> (io.flyball.contract.RunOpened) event.getWhat())
                .findFirst()
                .orElseThrow();
    }

    private boolean isOf(RunEvent event, String what) {
        return event.getWhat() instanceof io.flyball.contract.RunOpened opened
                && opened.getAlert() != null
                && opened.getAlert().getFingerprint().equals(what + "-" + mark);
    }

    private void letter(String topic, String reason) {
        Await.that("a dead letter of " + topic + " with " + reason)
                .until(() -> letters.stream()
                        .anyMatch(it ->
                                it.getTopic().equals(topic) && it.getReason().contains(reason)));
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
}
