import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Tells the result of every run, from agent.results. Argument: after how many results to end; endless without. */
public final class SubscribeResults {
    private static final String TOPIC = "agent.results";

    private final String registry;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Integer, Optional<Schema>> schemas = new HashMap<>();

    private SubscribeResults(String registry) {
        this.registry = registry;
    }

    public static void main(String[] args) throws Exception {
        String kafka = System.getenv().getOrDefault("KAFKA", "127.0.0.1:7410");
        String registry = System.getenv().getOrDefault("REGISTRY", "http://127.0.0.1:7412");
        String group = System.getenv().getOrDefault("GROUP", "example-subscriber");
        long wanted = args.length > 0 ? Long.parseLong(args[0]) : Long.MAX_VALUE;
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                ConsumerConfig.GROUP_ID_CONFIG, group,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                // Results are written in transactions; what was rolled back is not a result.
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            endOnSignal(consumer, Thread.currentThread());
            new SubscribeResults(registry).read(consumer, wanted);
        } catch (WakeupException e) {
            System.out.println("Ended.");
        }
    }

    private static void endOnSignal(KafkaConsumer<?, ?> consumer, Thread reading) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            consumer.wakeup();
            try {
                reading.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** Commits after telling: a result may be told twice, but never lost. Repeats have the same id. */
    private void read(KafkaConsumer<String, byte[]> consumer, long wanted) throws IOException, InterruptedException {
        consumer.subscribe(List.of(TOPIC));
        long told = 0;
        while (told < wanted) {
            for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofSeconds(1))) {
                if (told < wanted) {
                    told += tellOrSkip(message) ? 1 : 0;
                    commit(consumer, message);
                }
            }
        }
    }

    private static void commit(KafkaConsumer<String, byte[]> consumer, ConsumerRecord<String, byte[]> message) {
        TopicPartition partition = new TopicPartition(message.topic(), message.partition());
        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(message.offset() + 1)));
    }

    /** A record that nobody can read must not stop the others; a registry that does not answer must. */
    private boolean tellOrSkip(ConsumerRecord<String, byte[]> message) throws IOException, InterruptedException {
        ByteBuffer bytes = ByteBuffer.wrap(message.value() == null ? new byte[0] : message.value());
        if (bytes.remaining() < 5 || bytes.get() != 0) {
            return skip(message, "it is not in the wire format");
        }
        int id = bytes.getInt();
        Optional<Schema> schema = schema(id);
        if (schema.isEmpty()) {
            return skip(message, "the registry has no schema " + id);
        }
        try {
            System.out.println(tell(decode(schema.get(), bytes)));
            return true;
        } catch (RuntimeException | IOException e) {
            return skip(message, "its schema " + id + " does not fit: " + e);
        }
    }

    private static boolean skip(ConsumerRecord<String, byte[]> message, String why) {
        System.err.printf("Skipped %s-%d@%d: %s%n", message.topic(), message.partition(), message.offset(), why);
        return false;
    }

    /** Reads with the schema it was written with, so that new fields and new outcomes do not break this subscriber. */
    private static GenericRecord decode(Schema writer, ByteBuffer bytes) throws IOException {
        GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(writer);
        return reader.read(
                null, DecoderFactory.get().binaryDecoder(bytes.array(), bytes.position(), bytes.remaining(), null));
    }

    static String tell(GenericRecord result) {
        StringBuilder text = new StringBuilder();
        text.append("%s  %s  %s: %s%n".formatted(result.get("outcome"), result.get("agent"), result.get("runId"), result.get("summary")));
        Object rootCause = result.get("rootCause");
        if (rootCause != null) {
            text.append("  likely cause: %s%n".formatted(rootCause));
        }
        for (Object action : (List<?>) result.get("actions")) {
            GenericRecord done = (GenericRecord) action;
            text.append("  %s %s -> %s%n".formatted(done.get("tool"), done.get("argumentsJson"), done.get("status")));
        }
        long cents = (long) result.get("costMicros") / 10_000;
        return text.append("  %s steps, %s ms, %d cents, trace %s"
                        .formatted(result.get("steps"), result.get("activeMillis"), cents, result.get("traceId")))
                .toString();
    }

    private Optional<Schema> schema(int id) throws IOException, InterruptedException {
        if (!schemas.containsKey(id)) {
            schemas.put(id, fetch(id));
        }
        return schemas.get(id);
    }

    private Optional<Schema> fetch(int id) throws IOException, InterruptedException {
        URI uri = URI.create(registry + "/apis/ccompat/v7/schemas/ids/" + id);
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(new Schema.Parser()
                    .parse(new ObjectMapper().readTree(answer.body()).get("schema").asText()));
            case 404 -> Optional.empty();
            default -> throw new IOException(uri + " answered " + answer.statusCode() + ": " + answer.body());
        };
    }
}
