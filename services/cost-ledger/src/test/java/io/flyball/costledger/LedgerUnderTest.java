package io.flyball.costledger;

import io.flyball.contract.Usage;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.topics.SchemaRegistrar;
import io.flyball.platform.topics.TopicProvisioner;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.schemas.TopicCatalogue;
import io.flyball.schemas.Topics;
import io.flyball.testkit.SharedNeighbours;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledger's surroundings: topics, a publisher of usage, and a client of its HTTP interface. */
final class LedgerUnderTest implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    final int port = freePort();
    final Path folder;
    private final SharedNeighbours neighbours;
    private final RegistryWire wire;
    private final Publisher publisher;
    private final HttpClient http = HttpClient.newHttpClient();

    LedgerUnderTest(SharedNeighbours neighbours, Path folder) {
        this.neighbours = neighbours;
        this.folder = folder;
        new TopicProvisioner(TopicCatalogue.load(), 1, 1).provision(neighbours.bootstrapServers());
        new SchemaRegistrar(TopicCatalogue.load()).register(URI.create(neighbours.registryUrl()));
        wire = new RegistryWire(URI.create(neighbours.registryUrl()));
        publisher = new Publisher(
                Publisher.producer(neighbours.bootstrapServers(), "test"),
                wire,
                new EventHeaders("planner", new Telemetry(OpenTelemetry.noop())),
                Clock.systemUTC());
    }

    /** What the service is started with; stores are apart by application id. */
    List<String> settings(String applicationId) {
        return List.of(
                "--flyball.connection.kafka=" + neighbours.bootstrapServers(),
                "--flyball.connection.registry=" + neighbours.registryUrl(),
                "--flyball.connection.redis=" + neighbours.redisUrl(),
                "--flyball.connection.zipkin=" + neighbours.zipkinUrl(),
                "--flyball.security.token-file=" + folder.resolve("token"),
                "--flyball.catalogue.directory=" + Path.of("src/test/books").toAbsolutePath(),
                "--flyball.cost-ledger.streams.state-directory=" + folder.resolve("streams"),
                "--flyball.cost-ledger.streams.application-id=" + applicationId,
                "--server.port=" + port);
    }

    void send(Usage usage) throws Exception {
        publisher.send(Topics.USAGE, usage.getPrincipal(), usage).get(120, TimeUnit.SECONDS);
    }

    void send(String topic, String key, SpecificRecord record) throws Exception {
        publisher.send(topic, key, record).get(120, TimeUnit.SECONDS);
    }

    void sendWithoutWaiting(Usage usage) {
        publisher.send(Topics.USAGE, usage.getPrincipal(), usage);
    }

    HttpResponse<String> get(String path) throws Exception {
        return get(path, Files.readString(folder.resolve("token")).strip());
    }

    HttpResponse<String> get(String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String path) throws Exception {
        return JSON.readTree(get(path).body());
    }

    /** Entries of that run; 0 as long as the ledger does not answer. */
    long entries(String run) {
        try {
            return json("/costs/runs/" + run).path("total").path("entries").asLong(0);
        } catch (Exception _) {
            return 0;
        }
    }

    boolean isReady() {
        try {
            return get("/actuator/health/readiness").statusCode() == 200;
        } catch (Exception _) {
            return false;
        }
    }

    @Override
    public void close() {
        publisher.close();
        wire.close();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
