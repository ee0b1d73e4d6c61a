package io.flyball.drills.poison;

import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.schemas.Topics;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Records that strangers publish straight to a public topic, beside the console. */
final class Foreign implements AutoCloseable {
    private static final List<String> KINDS = List.of(
            "no value",
            "no wire format",
            "an unknown schema",
            "a corrupt body",
            "seconds for milliseconds",
            "an end before its beginning",
            "a large annotation",
            "a large header",
            "a large key",
            "a large name");

    private final PoisonSettings settings;
    private final RegistryWire wire;
    private final KafkaProducer<String, byte[]> producer;

    Foreign(PoisonSettings settings, String broker, URI registry) {
        this.settings = settings;
        this.wire = new RegistryWire(registry);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all"), new StringSerializer(), new ByteArraySerializer());
    }

    /** What is hostile about the record of that number. */
    static String what(int number) {
        return KINDS.get(number % KINDS.size());
    }

    /** Returns where Kafka has it: topic, partition and offset. */
    String publish(int number) throws InterruptedException {
        String kind = what(number);
        String name = settings.name("foreign", number);
        String key = kind.equals("a large key") ? "k".repeat(900_000) : name;
        var record = new ProducerRecord<>(Topics.ALERTS, key, value(kind, name));
        if (kind.equals("a large header")) {
            record.headers().add("large", new byte[900_000]);
        }
        try {
            var at = producer.send(record).get();
            return at.topic() + "/" + at.partition() + "/" + at.offset();
        } catch (ExecutionException e) {
            throw new IllegalStateException("could not publish " + kind, e);
        }
    }

    private byte @Nullable [] value(String kind, String name) {
        return switch (kind) {
            case "no value" -> null;
            case "no wire format" -> new byte[] {7, 7, 7, 7, 7, 7, 7, 7};
            case "an unknown schema" -> new byte[] {0, 0x7f, 0, 0, 1, 1};
            case "a corrupt body" ->
                java.util.Arrays.copyOf(wire.encode(Topics.ALERTS, alert(name).build()), 20);
            case "seconds for milliseconds" ->
                bytes(alert(name).setStartsAt(Instant.ofEpochMilli(Instant.now().getEpochSecond())));
            case "an end before its beginning" ->
                bytes(alert(name)
                        .setStatus(AlertStatus.RESOLVED)
                        .setEndsAt(Instant.now().minusSeconds(3_600)));
            case "a large annotation" -> bytes(alert(name).setAnnotations(Map.of("large", "x".repeat(990_000))));
            case "a large name" -> bytes(alert(name).setName("n".repeat(900_000)));
            default -> bytes(alert(name));
        };
    }

    private byte[] bytes(Alert.Builder alert) {
        return wire.encode(Topics.ALERTS, alert.build());
    }

    private static Alert.Builder alert(String name) {
        Instant now = Instant.now();
        return Alert.newBuilder()
                .setId(name)
                .setFingerprint(name)
                .setName("FlyballDrill")
                .setService(name)
                .setEnvironment("drill")
                .setStatus(AlertStatus.FIRING)
                .setLabels(Map.of("key", name))
                .setStartsAt(now)
                .setSource("drill")
                .setReceivedAt(now);
    }

    @Override
    public void close() {
        producer.close();
        wire.close();
    }
}
