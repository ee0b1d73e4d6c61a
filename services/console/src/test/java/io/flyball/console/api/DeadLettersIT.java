package io.flyball.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Http;
import io.flyball.console.kit.RunningConsole;
import io.flyball.console.kit.Teller;
import io.flyball.contract.DeadLetter;
import io.flyball.localstack.NeighbourKind;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@DisplayName("CON-7 dead letters by HTTP")
class DeadLettersIT {
    private static final byte[] BYTES = {7, 0, 0, -1, 'x', (byte) 0xC3, (byte) 0x28};

    private static RunningConsole console;
    private static Teller teller;
    private static SharedNeighbours neighbours;
    private static Http http;

    @BeforeAll
    static void start(SharedNeighbours shared) {
        neighbours = shared;
        console = RunningConsole.start(shared);
        teller = new Teller(shared);
        http = console.http();
    }

    @AfterAll
    static void stop() {
        teller.close();
        console.close();
    }

    private static DeadLetter told() {
        long offset = ThreadLocalRandom.current().nextLong(1_000_000, 1_000_000_000);
        DeadLetter letter = DeadLetter.newBuilder()
                .setId("agent.memory/1/" + offset)
                .setTopic(Topics.MEMORY)
                .setPartition(1)
                .setOffset(offset)
                .setTimestamp(Instant.now())
                .setKey(ByteBuffer.wrap("kéy".getBytes(StandardCharsets.UTF_8)))
                .setValue(ByteBuffer.wrap(BYTES))
                .setHeaders(Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))
                .setReason("magic byte is 7, expected 0")
                .setException("io.flyball.platform.wire.Unreadable")
                .setService("planner")
                .setAt(Instant.now())
                .build();
        teller.tell(Topics.DEAD_LETTERS, "key", letter);
        Await.that("the dead letter is known")
                .until(() -> http.get(path(letter)).status() == 200);
        return letter;
    }

    private static String path(DeadLetter letter) {
        return "/api/dead-letters/" + letter.getId().replace('/', '~');
    }

    @Test
    void listedAndShownWithAllThatCameWithIt() {
        DeadLetter letter = told();
        assertThat(http.get("/api/dead-letters")
                        .json()
                        .valueStream()
                        .map(it -> it.path("origin").asString()))
                .contains(letter.getId());
        JsonNode shown = http.get(path(letter)).json();
        assertThat(shown.path("reason").asString()).contains("magic byte is 7");
        assertThat(shown.path("key").asString()).isEqualTo("kéy");
        assertThat(shown.path("valueBase64").asString()).isEqualTo("BwAA/3jDKA==");
        assertThat(shown.path("headers").path("traceparent").asString()).startsWith("00-0af7");
        assertThat(shown.path("replayedAt").isNull()).isTrue();
        assertThat(http.get("/api/dead-letters/" + letter.getId().replace("/", "%2F"))
                        .status())
                .as("the id as the topic tells it, escaped")
                .isEqualTo(200);
        // While the newest letters have not been read, nobody can say that there is none: 503.
        Await.that("what is in no letter is not found")
                .until(() -> http.get("/api/dead-letters/agent.alerts~0~1").status() == 404);
    }

    @Test
    @DisplayName("CON-7 a replay brings key, value and headers back unchanged")
    void replayedUnchanged() {
        DeadLetter letter = told();
        Http.Answer answer = http.post(path(letter) + "/replay", "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        ConsumerRecord<byte[], byte[]> record = read(answer.json());
        assertThat(record.topic()).isEqualTo(Topics.MEMORY);
        assertThat(record.value()).isEqualTo(BYTES);
        assertThat(record.key()).isEqualTo("kéy".getBytes(StandardCharsets.UTF_8));
        assertThat(record.headers())
                .singleElement()
                .satisfies(header -> assertThat(new String(header.value(), StandardCharsets.UTF_8))
                        .startsWith("00-0af7"));
        assertThat(http.get(path(letter)).json().path("replayedAt").isNull()).isFalse();
    }

    private static ConsumerRecord<byte[], byte[]> read(JsonNode place) {
        TopicPartition partition = new TopicPartition(
                place.path("topic").asString(), place.path("partition").asInt());
        try (var consumer = new KafkaConsumer<byte[], byte[]>(
                Map.of("bootstrap.servers", neighbours.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, place.path("offset").asLong());
            return consumer.poll(Duration.ofSeconds(20)).records(partition).getFirst();
        }
    }
}
