import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Raises or resolves an alert by writing to agent.alerts. Arguments: name, service, and firing (default) or resolved. */
public final class PublishAlert {
    private static final String TOPIC = "agent.alerts";
    private static final String SOURCE = "example";

    private PublishAlert() {}

    public static void main(String[] args) throws Exception {
        String kafka = System.getenv().getOrDefault("KAFKA", "127.0.0.1:7410");
        String registry = System.getenv().getOrDefault("REGISTRY", "http://127.0.0.1:7412");
        String name = args.length > 0 ? args[0] : "HighErrorRate";
        String service = args.length > 1 ? args[1] : "checkout";
        String status = args.length > 2 ? args[2] : "firing";

        Registered registered = newestSchema(registry);
        GenericRecord alert = alert(registered.schema(), name, service, status, Instant.now());
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            RecordMetadata where = producer.send(message(alert, registered.id())).get();
            System.out.printf("%s is %s for %s: alert %s at %s%n", name, status, service, alert.get("id"), where);
        }
    }

    /** Fields that are not set here get the schema's default, also those that a later version adds. */
    static GenericRecord alert(Schema schema, String name, String service, String status, Instant now) {
        Map<String, String> labels = new TreeMap<>(Map.of("alertname", name, "service", service));
        boolean firing = status.equals("firing");
        return new GenericRecordBuilder(schema)
                .set("id", uuidV7(now).toString())
                .set("fingerprint", fingerprint(labels))
                .set("name", name)
                .set("service", service)
                .set("severity", "critical")
                .set("status", new GenericData.EnumSymbol(schema.getField("status").schema(), firing ? "FIRING" : "RESOLVED"))
                .set("labels", labels)
                .set("annotations", Map.of("summary", name + " on " + service))
                .set("startsAt", now.toEpochMilli())
                .set("endsAt", firing ? null : now.toEpochMilli())
                .set("source", SOURCE)
                .set("receivedAt", now.toEpochMilli())
                .build();
    }

    /** The same condition must have the same fingerprint each time: it is the key, and repeats join the open run. */
    private static String fingerprint(Map<String, String> sortedLabels) {
        byte[] text = (SOURCE + sortedLabels).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(text).toString();
    }

    /** The headers are CloudEvents attributes; nothing depends on them, but CloudEvents tools can read the record. */
    private static ProducerRecord<String, byte[]> message(GenericRecord alert, int schemaId) throws IOException {
        String key = (String) alert.get("fingerprint");
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(TOPIC, key, wireFormat(alert, schemaId));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", (String) alert.get("id"),
                        "ce_source", "/example",
                        "ce_type", alert.getSchema().getFullName(),
                        "ce_time", Instant.ofEpochMilli((Long) alert.get("receivedAt")).toString(),
                        "ce_subject", key,
                        "content-type", "application/avro")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    /** Confluent's wire format: a zero byte, the schema's id as four bytes, then Avro binary. */
    static byte[] wireFormat(GenericRecord record, int schemaId) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0);
        bytes.write(ByteBuffer.allocate(4).putInt(schemaId).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    /** Asks for the schema instead of registering one: what may be on the topic is Flyball's to say. */
    private static Registered newestSchema(String registry) throws IOException, InterruptedException {
        URI uri = URI.create(registry + "/apis/ccompat/v7/subjects/" + TOPIC + "-value/versions/latest");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(uri + " answered " + answer.statusCode() + ": " + answer.body());
        }
        JsonNode json = new ObjectMapper().readTree(answer.body());
        Schema schema = new Schema.Parser().parse(json.get("schema").asText());
        return new Registered(json.get("id").asInt(), schema);
    }

    /** A UUID that sorts by time: 48 bits of milliseconds, then chance. */
    private static UUID uuidV7(Instant now) {
        SecureRandom random = new SecureRandom();
        long high = now.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        long low = random.nextLong() >>> 2 | 1L << 63;
        return new UUID(high, low);
    }

    private record Registered(int id, Schema schema) {}
}
