package io.flyball.notifier;

import io.flyball.contract.NotificationReceipt;
import io.flyball.notifier.channel.Receiver;
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
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;

/** The notifier's surroundings: topics, a sender, two receivers, and the receipts. */
final class NotifierUnderTest implements AutoCloseable {
    static final String SECRET = "a-shared-secret-of-some-length";

    final Receiver slack = new Receiver();
    final Receiver oncall = new Receiver();
    final List<NotificationReceipt> receipts = new CopyOnWriteArrayList<>();
    final Telemetry telemetry = new Telemetry(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder().build())
            .build());
    private final SharedNeighbours neighbours;
    private final Path folder;
    private final int port = freePort();
    private final RegistryWire wire;
    private final Publisher publisher;
    private final Projection reader;

    NotifierUnderTest(SharedNeighbours neighbours, Path folder) throws IOException {
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
        reader = new Projection(neighbours.bootstrapServers(), "receipts", wire)
                .on(new Subscription<>(Topics.NOTIFICATION_RECEIPTS, NotificationReceipt.class, receipts::add));
        reader.start();
        catalogue();
    }

    private void catalogue() throws IOException {
        Path notifications = Files.createDirectories(folder.resolve("catalogue/notifications"));
        Path shipped = Path.of("../../catalogue/notifications");
        for (String template : List.of("approval-needed.md", "budget.md")) {
            Files.copy(shipped.resolve(template), notifications.resolve(template));
        }
        Files.writeString(notifications.resolve("routing.yaml"), """
                routes:
                  - kinds: [STOP, RELEASE]
                    to: [slack, oncall]
                otherwise: [slack]
                """);
    }

    List<String> settings(String applicationId) {
        return List.of(
                "--flyball.connection.kafka=" + neighbours.bootstrapServers(),
                "--flyball.connection.registry=" + neighbours.registryUrl(),
                "--flyball.connection.redis=" + neighbours.redisUrl(),
                "--flyball.connection.zipkin=" + neighbours.zipkinUrl(),
                "--flyball.security.token-file=" + folder.resolve("token"),
                "--flyball.catalogue.directory=" + folder.resolve("catalogue"),
                "--flyball.notifier.streams.state-directory=" + folder.resolve("streams"),
                "--flyball.notifier.streams.application-id=" + applicationId,
                "--flyball.notifier.delivery.timeout=2s",
                "--flyball.notifier.channels.slack.type=slack",
                "--flyball.notifier.channels.slack.url=" + slack.url(),
                "--flyball.notifier.channels.oncall.type=webhook",
                "--flyball.notifier.channels.oncall.url=" + oncall.url(),
                "--flyball.notifier.channels.oncall.secret=" + SECRET,
                "--server.port=" + port);
    }

    void send(String topic, SpecificRecord record) throws Exception {
        publisher.send(topic, "run-1", record).get(120, TimeUnit.SECONDS);
    }

    List<NotificationReceipt> receiptsFor(String id) {
        return receipts.stream()
                .filter(receipt -> receipt.getNotificationId().equals(id))
                .toList();
    }

    /** The service as a process of its own, so that it can be killed. */
    Process startProcess(String applicationId) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.flyball.contract",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NotifierApplication.class.getName()));
        command.addAll(settings(applicationId));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    Path log() {
        return Path.of("target", "killed-notifier.log");
    }

    void awaitReady() {
        Await.that("the notifier is ready").atMost(Duration.ofMinutes(2)).until(() -> {
            try (var http = HttpClient.newHttpClient()) {
                var request = HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                        .timeout(Duration.ofSeconds(10))
                        .build();
                return http.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException _) {
                return false;
            }
        });
    }

    String trace(String id) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(neighbours.zipkinUrl() + "/api/v2/trace/" + id))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    /** What Prometheus would read. */
    String metrics() throws Exception {
        String token = Files.readString(folder.resolve("token")).strip();
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @Override
    public void close() {
        reader.stop();
        publisher.close();
        wire.close();
        slack.close();
        oncall.close();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
