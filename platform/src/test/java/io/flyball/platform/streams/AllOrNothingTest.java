package io.flyball.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.contract.DeadLetter;
import io.flyball.contract.Deployment;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.LocalWire;
import io.flyball.platform.wire.RecordSizes;
import io.flyball.platform.wire.RegistryUnavailable;
import io.flyball.platform.wire.Unreadable;
import io.flyball.schemas.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A processor that counts, tells the count, and then does what the record says. */
class AllOrNothingTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final LocalWire wire = new LocalWire();
    private TopologyTestDriver driver;

    @BeforeEach
    void start() {
        Topology topology = new Topology();
        StreamEnds ends = new StreamEnds(topology, wire, new DeadLetters("test", Clock.systemUTC()));
        String reader = ends.source(Topics.DEPLOYMENTS, Deployment.class, "counter");
        ends.processor("counter", Counter::new, reader);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("counts"), Serdes.String(), Serdes.ByteArray()),
                "counter");
        ends.sink(Topics.RUN_REQUESTS, "counter");
        ends.deadLetterSink(reader);
        driver = new TopologyTestDriver(
                topology,
                StreamsEngine.withDeadLetters(new Properties(), wire, new DeadLetters("test", Clock.systemUTC())),
                START);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @ParameterizedTest
    @DisplayName(
            "RUN-25 a record that cannot be processed is a dead letter, and nothing of it stays: neither state nor output")
    @CsvSource({
        "throws, out of order",
        "large output, the largest part is goal with 1000000 characters",
        "large state, would have",
        "deep, nested too deeply",
        "large state after output, would have"
    })
    void nothingStays(String what, String reason) throws Unreadable {
        send("good");
        send(what);
        send("good");

        assertThat(told()).containsExactly("1", "2");
        assertThat(driver.getKeyValueStore("counts").get("service")).isEqualTo(new byte[] {2});
        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.getReason())
                    .contains("could be read, but not processed")
                    .contains(reason);
            assertThat(letter.getTopic()).isEqualTo(Topics.DEPLOYMENTS);
            assertThat(letter.getValue()).isNotNull();
            assertThat(letter.getShortened()).isEmpty();
        });
    }

    @Test
    @DisplayName(
            "RUN-25 a processor may try a part of its work, put things right, and still have its record in the dead letters")
    void aPartIsTried() throws Unreadable {
        send("tries");

        assertThat(told()).containsExactly("sorry");
        assertThat(letters()).hasSize(1);
    }

    @Test
    @DisplayName("RUN-25 what passes by itself is no reason for a dead letter: the record is read again")
    void whatPassesIsTriedAgain() throws Unreadable {
        assertThatThrownBy(() -> send("registry away")).hasStackTraceContaining("RegistryUnavailable: away");
        assertThat(letters()).isEmpty();
    }

    private void send(String what) {
        Deployment deployment = Deployment.newBuilder()
                .setId(what)
                .setTenant("default")
                .setService("service")
                .setEnvironment("production")
                .setBy("test")
                .setDescription(what)
                .setDeployedAt(START)
                .build();
        driver.createInputTopic(Topics.DEPLOYMENTS, new StringSerializer(), new ByteArraySerializer())
                .pipeInput("service", wire.encode(Topics.DEPLOYMENTS, deployment), START);
    }

    private List<String> told() throws Unreadable {
        return read(Topics.RUN_REQUESTS, io.flyball.contract.RunRequest.class).stream()
                .map(io.flyball.contract.RunRequest::getRunId)
                .toList();
    }

    private List<DeadLetter> letters() throws Unreadable {
        return read(Topics.DEAD_LETTERS, DeadLetter.class);
    }

    private <T extends SpecificRecord> List<T> read(String topic, Class<T> type) throws Unreadable {
        List<T> records = new ArrayList<>();
        for (byte[] value : driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()) {
            records.add(wire.decode(topic, value, type));
        }
        return records;
    }

    private static final class Counter implements Processor<String, SpecificRecord, String, SpecificRecord> {
        private final Attempts attempts;
        private @Nullable ProcessorContext<String, SpecificRecord> context;
        private @Nullable KeyValueStore<String, byte[]> counts;
        /** Ahead of the store after a failure, unless the processor begins anew. */
        private byte count;

        private Counter(Attempts attempts) {
            this.attempts = attempts;
        }

        @Override
        public void init(ProcessorContext<String, SpecificRecord> processorContext) {
            context = processorContext;
            counts = processorContext.getStateStore("counts");
            byte[] stored = counts.get("service");
            count = stored == null ? 0 : stored[0];
        }

        @Override
        public void process(Record<String, SpecificRecord> message) {
            String what = ((Deployment) message.value()).getDescription();
            if (what.equals("tries")) {
                attempts.attempt(() -> carryOut(message, "throws")).ifPresent(why -> {
                    tell(message, "sorry", "");
                    throw new Unprocessable(why);
                });
            } else {
                carryOut(message, what);
            }
        }

        private void carryOut(Record<String, SpecificRecord> message, String what) {
            count++;
            Objects.requireNonNull(counts).put(message.key(), new byte[] {count});
            tell(message, String.valueOf(count), "");
            switch (what) {
                case "throws" -> throw new IllegalStateException("out of order");
                case "large output" -> tell(message, "large", "x".repeat(RecordSizes.MOST));
                case "large state", "large state after output" -> counts.put("other", new byte[RecordSizes.MOST + 1]);
                case "deep" -> deeper(0);
                case "registry away" -> throw new RegistryUnavailable("away", new IllegalStateException());
                default -> {}
            }
        }

        private static long deeper(long depth) {
            return depth + deeper(depth + 1);
        }

        private void tell(Record<String, SpecificRecord> message, String id, String goal) {
            var request = io.flyball.contract.RunRequest.newBuilder()
                    .setRunId(id)
                    .setAgent("agent")
                    .setGoal(goal)
                    .setEnvironment("production")
                    .setPrincipal("test")
                    .setRequestedAt(START)
                    .build();
            Objects.requireNonNull(context)
                    .forward(message.withValue(request), StreamEnds.sinkName(Topics.RUN_REQUESTS));
        }
    }
}
