package io.flyball.platform.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.flyball.contract.Alert;
import io.flyball.localstack.NeighbourKind;
import io.flyball.schemas.Topics;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@WithNeighbours(NeighbourKind.REGISTRY)
class RegistryWireIT extends WireContract {
    private static final int MANY = 40;

    private static RegistryWire wire;
    private static URI registry;

    @BeforeAll
    static void start(SharedNeighbours neighbours) {
        registry = URI.create(neighbours.registryUrl());
        wire = new RegistryWire(registry);
    }

    @AfterAll
    static void close() {
        wire.close();
    }

    @Override
    Wire wire() {
        return wire;
    }

    @Test
    @DisplayName("CON-1 the raw bytes are read by plain Avro with the schema that the Confluent-compatible API gives")
    void confluentReadersCanReadIt() throws Exception {
        byte[] bytes = wire.encode(Topics.ALERTS, alert());
        int id = ByteBuffer.wrap(bytes).getInt(1);
        String answer = get("/apis/ccompat/v7/schemas/ids/" + id);
        Schema schema = new Schema.Parser()
                .parse(new JsonMapper().readTree(answer).path("schema").asString());

        GenericRecord record = new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
        assertThat(record.get("name")).hasToString("HighErrorRate");
        assertThat(get("/apis/ccompat/v7/subjects")).contains("agent.alerts-value");
    }

    @Test
    @DisplayName("CON-7 an enum symbol that the reader does not know is unreadable")
    void unknownSymbol() throws Exception {
        String newer = Alert.getClassSchema()
                .toString()
                .replace("\"FIRING\",\"RESOLVED\"", "\"FIRING\",\"RESOLVED\",\"MUTED\"");
        String body = new JsonMapper().writeValueAsString(Map.of("schema", newer));
        var response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        registry.resolve("/apis/ccompat/v7/subjects/newer-alerts-value/versions"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        int id = new JsonMapper().readTree(response.body()).path("id").asInt();
        Schema schema = new Schema.Parser().parse(newer);
        GenericData.Record record = new GenericData.Record(schema);
        schema.getFields().forEach(f -> record.put(f.pos(), alert().get(f.pos())));
        record.put("startsAt", 0L);
        record.put("receivedAt", 0L);
        record.put(
                "status", new GenericData.EnumSymbol(schema.getField("status").schema(), "MUTED"));
        var bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
        encoder.flush();

        assertThatThrownBy(() -> wire.decode(Topics.ALERTS, bytes.toByteArray(), Alert.class))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("MUTED");
    }

    @Test
    @DisplayName("CON-7 a registry that is away is no reason to bury a record")
    void registryAwayIsTransient() {
        byte[] bytes = wire.encode(Topics.ALERTS, alert());
        try (var unreachable = new RegistryWire(URI.create("http://127.0.0.1:1"))) {
            assertThatThrownBy(() -> unreachable.decode(Topics.ALERTS, bytes, Alert.class))
                    .isInstanceOf(RegistryUnavailable.class);
            assertThatThrownBy(() -> unreachable.encode(Topics.ALERTS, alert()))
                    .isInstanceOf(RegistryUnavailable.class);
        }
    }

    @Test
    @DisplayName("CON-1 of many who need a schema's id at once one asks the registry")
    void askedOnce() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer counting = counting(asked);
        try (RegistryWire alone = new RegistryWire(address(counting))) {
            alone.encode(Topics.ALERTS, alert());
            int byOne = asked.getAndSet(0);
            try (RegistryWire together = new RegistryWire(address(counting));
                    var threads = Executors.newFixedThreadPool(MANY)) {
                var begin = new CountDownLatch(1);
                List<Future<byte[]>> encoded = IntStream.range(0, MANY)
                        .mapToObj(_ -> threads.submit(() -> {
                            begin.await();
                            return together.encode(Topics.ALERTS, alert());
                        }))
                        .toList();
                begin.countDown();
                for (Future<byte[]> bytes : encoded) {
                    assertThat(bytes.get()).isEqualTo(encoded.getFirst().get());
                }
                assertThat(asked.get()).isEqualTo(byOne);
            }
        } finally {
            counting.stop(0);
        }
    }

    /** Hands every request on to the registry, and counts. */
    private static HttpServer counting(AtomicInteger asked) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        HttpClient client = HttpClient.newHttpClient();
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            var onward = HttpRequest.newBuilder(
                            registry.resolve(exchange.getRequestURI().toString()))
                    .method(
                            exchange.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    exchange.getRequestBody().readAllBytes()));
            for (String name : List.of("Content-Type", "Accept")) {
                String value = exchange.getRequestHeaders().getFirst(name);
                if (value != null) {
                    onward.header(name, value);
                }
            }
            try (exchange) {
                var answer = client.send(onward.build(), HttpResponse.BodyHandlers.ofByteArray());
                answer.headers()
                        .firstValue("Content-Type")
                        .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
                exchange.sendResponseHeaders(
                        answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
                exchange.getResponseBody().write(answer.body());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        return server;
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static String get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(registry.resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
