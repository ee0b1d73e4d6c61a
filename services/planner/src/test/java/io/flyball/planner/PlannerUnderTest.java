package io.flyball.planner;

import io.flyball.contract.AlertContext;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.DeadLetter;
import io.flyball.contract.PlanDecision;
import io.flyball.contract.PlanRequest;
import io.flyball.contract.RemainingLimits;
import io.flyball.contract.Usage;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.stop.StopValue;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.topics.SchemaRegistrar;
import io.flyball.platform.topics.TopicProvisioner;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.schemas.TopicCatalogue;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.lettuce.core.RedisClient;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;

/** The planner's surroundings: topics, an orchestrator's publisher, readers of what it answers, and the stop's key. */
final class PlannerUnderTest implements AutoCloseable {
    final int port = freePort();
    final TopicReader<PlanDecision> decisions;
    final TopicReader<Usage> usage;
    final TopicReader<DeadLetter> deadLetters;
    private final SharedNeighbours neighbours;
    private final Path folder;
    private final RegistryWire wire;
    private final Publisher publisher;
    private final RedisClient redis;
    private final Telemetry telemetry = new Telemetry(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder().build())
            .build());

    PlannerUnderTest(SharedNeighbours neighbours, Path folder) {
        this.neighbours = neighbours;
        this.folder = folder;
        new TopicProvisioner(TopicCatalogue.load(), 1, 1).provision(neighbours.bootstrapServers());
        new SchemaRegistrar(TopicCatalogue.load()).register(URI.create(neighbours.registryUrl()));
        wire = new RegistryWire(URI.create(neighbours.registryUrl()));
        publisher = new Publisher(
                Publisher.producer(neighbours.bootstrapServers(), "test"),
                wire,
                new EventHeaders("orchestrator", telemetry),
                Clock.systemUTC());
        decisions = new TopicReader<>(neighbours.bootstrapServers(), Topics.PLAN_DECISIONS, PlanDecision.class, wire);
        usage = new TopicReader<>(neighbours.bootstrapServers(), Topics.USAGE, Usage.class, wire);
        deadLetters = new TopicReader<>(neighbours.bootstrapServers(), Topics.DEAD_LETTERS, DeadLetter.class, wire);
        redis = RedisClient.create(neighbours.redisUrl());
        stop(false);
        // Here no ledger tells what was spent.
        try (var connection = redis.connect()) {
            connection.sync().set("flyball:spend:ready", "1");
        }
    }

    List<String> settings(String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--flyball.connection.kafka=" + neighbours.bootstrapServers(),
                "--flyball.connection.registry=" + neighbours.registryUrl(),
                "--flyball.connection.redis=" + neighbours.redisUrl(),
                "--flyball.connection.zipkin=" + neighbours.zipkinUrl(),
                "--flyball.security.token-file=" + folder.resolve("token"),
                "--flyball.catalogue.directory=" + Path.of("../../catalogue").toAbsolutePath(),
                "--server.port=" + port));
        settings.addAll(Arrays.asList(more));
        return settings;
    }

    ConfigurableApplicationContext start(String... more) {
        var context = PlannerApplication.start(settings(more).toArray(String[]::new));
        Await.that("the planner is ready").atMost(Duration.ofMinutes(3)).until(this::isReady);
        return context;
    }

    static PlanRequest.Builder request(String runId, int step) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return PlanRequest.newBuilder()
                .setId(runId + ":p" + step + ".1")
                .setRunId(runId)
                .setTenant("default")
                .setPrincipal("alertmanager")
                .setAgent("service-restorer")
                .setEnvironment("production")
                .setStep(step)
                .setGoal("bring shop back")
                .setAlert(AlertContext.newBuilder()
                        .setFingerprint("f")
                        .setName("ServiceUnavailable")
                        .setService("shop")
                        .setSeverity("critical")
                        .setStatus(AlertStatus.FIRING)
                        .setSource("alertmanager")
                        .setLabels(Map.of("service", "shop", "health_url", "http://127.0.0.1:1/"))
                        .setAnnotations(Map.of())
                        .setStartsAt(now)
                        .build())
                .setRemaining(new RemainingLimits(10, 10, 20, 50_000L, 500_000L, 300_000L))
                .setDeadline(now.plusSeconds(60))
                .setRequestedAt(now);
    }

    /** Sends it as the orchestrator would, in a trace of its own. */
    SpanContext ask(PlanRequest request) throws Exception {
        return telemetry.inSpan("run", SpanKind.INTERNAL, Context.root(), () -> {
            publisher.send(Topics.PLAN_REQUESTS, request.getRunId(), request).get(120, TimeUnit.SECONDS);
            return io.opentelemetry.api.trace.Span.current().getSpanContext();
        });
    }

    List<PlanDecision> decisionsOf(String runId) {
        return decisions.all().stream()
                .filter(decision -> decision.getRunId().equals(runId))
                .toList();
    }

    PlanDecision decisionOf(String runId) {
        Await.that("a decision for " + runId)
                .atMost(Duration.ofMinutes(3))
                .until(() -> !decisionsOf(runId).isEmpty());
        return decisionsOf(runId).getFirst();
    }

    /** As a bare redis-cli would. */
    void stop(boolean active) {
        try (var connection = redis.connect()) {
            connection
                    .sync()
                    .set(StopValue.KEY, "{\"active\":" + active + ",\"reason\":\"test\",\"activated_by\":\"me\"}");
        }
    }

    HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    String trace(String id) throws Exception {
        return get(neighbours.zipkinUrl() + "/api/v2/trace/" + id).body();
    }

    boolean isReady() {
        try {
            return get("http://127.0.0.1:" + port + "/actuator/health/readiness")
                            .statusCode()
                    == 200;
        } catch (Exception _) {
            return false;
        }
    }

    @Override
    public void close() {
        decisions.close();
        usage.close();
        deadLetters.close();
        publisher.close();
        wire.close();
        redis.shutdown();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
