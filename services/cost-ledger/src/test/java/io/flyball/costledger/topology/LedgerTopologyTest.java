package io.flyball.costledger.topology;

import static io.flyball.costledger.UsageRecords.modelCall;
import static io.flyball.costledger.UsageRecords.toolCall;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.DeadLetter;
import io.flyball.contract.TokenCount;
import io.flyball.contract.Usage;
import io.flyball.costledger.config.LedgerProperties;
import io.flyball.costledger.ledger.Accounts;
import io.flyball.costledger.ledger.Amount;
import io.flyball.costledger.ledger.GroupBy;
import io.flyball.costledger.ledger.Totals;
import io.flyball.costledger.ledger.Usages;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.LocalWire;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Seeds;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerTopologyTest {
    private static final Instant NOON = Usages.NOON;
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SENDER = "b7ad6b7169203331";

    @TempDir
    Path directory;

    private final LocalWire wire = new LocalWire();
    private final CollectedSpans spans = new CollectedSpans();
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> usage;
    private TestOutputTopic<byte[], byte[]> deadLetters;

    static Stream<Named<Long>> seeds() {
        return Seeds.stream(5);
    }

    @BeforeEach
    void start() {
        var properties = new LedgerProperties(Duration.ofDays(91), Duration.ofDays(400), Duration.ofDays(90));
        var telemetry = new Telemetry(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build());
        var topology = LedgerTopology.of(
                Usages.prices(), wire, new DeadLetters("cost-ledger", Clock.systemUTC()), telemetry, properties);
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        driver = new TopologyTestDriver(topology, settings, NOON);
        usage = driver.createInputTopic(Topics.USAGE, new StringSerializer(), new ByteArraySerializer());
        deadLetters =
                driver.createOutputTopic(Topics.DEAD_LETTERS, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("COST-2 shuffled and duplicated records are each one entry")
    void exactlyOneEntryPerUsageId(long seed) {
        Random random = new Random(seed);
        List<Usage> sent = new ArrayList<>();
        long expected = 0;
        for (int i = 0; i < 100; i++) {
            long tokens = random.nextInt(1_000);
            expected += tokens;
            Usage record = modelCall("u" + i, "r" + i % 3, tokens, NOON.minusSeconds(random.nextInt(100_000)))
                    .build();
            sent.addAll(Collections.nCopies(1 + random.nextInt(3), record));
        }
        Collections.shuffle(sent, random);

        sent.forEach(this::send);

        Amount all = Totals.of(GroupBy.AGENT, lines(BucketKey.OF_HOUR)).all();
        assertThat(all.entries()).isEqualTo(100);
        assertThat(all.costMicros()).isEqualTo(expected);
        assertThat(Totals.of(GroupBy.RUN, lines(BucketKey.OF_RUN)).all()).isEqualTo(all);
        assertThat(Totals.of(GroupBy.RUN, lines(BucketKey.OF_RUN_HOUR)).all()).isEqualTo(all);
    }

    @Test
    @DisplayName("COST-2 a usage id is known for longer than its record can be read again, and then forgotten")
    void idsAreForgottenInTheEnd() {
        send(modelCall("u", "r", 1, NOON).build());
        driver.advanceWallClockTime(Duration.ofDays(90));
        send(modelCall("u", "r", 1, NOON).build());
        assertThat(Totals.of(GroupBy.RUN, lines(BucketKey.OF_RUN_HOUR)).all().entries())
                .isLessThanOrEqualTo(1);
        assertThat(Totals.of(GroupBy.AGENT, lines(BucketKey.OF_HOUR)).all().entries())
                .isEqualTo(1);

        driver.advanceWallClockTime(Duration.ofDays(400));
        send(modelCall("later", "r", 1, NOON.plus(Duration.ofDays(490))).build());
        send(modelCall("still-later", "r", 1, NOON.plus(Duration.ofDays(490))).build());
        try (var all = driver.<String, byte[]>getWindowStore(Books.SEEN).all()) {
            List<String> ids = new ArrayList<>();
            all.forEachRemaining(entry -> ids.add(entry.key.key()));
            assertThat(ids).containsExactlyInAnyOrder("later", "still-later");
        }
    }

    @Test
    @DisplayName("COST-2 totals that are past their time are dropped, and nothing else")
    void totalsAreDroppedInTheEnd() {
        send(modelCall("old", "old-run", 1, NOON).build());
        driver.advanceWallClockTime(Duration.ofDays(89));
        send(modelCall("new", "new-run", 2, NOON.plus(Duration.ofDays(89))).build());
        driver.advanceWallClockTime(Duration.ofDays(2));

        assertThat(names(GroupBy.RUN, BucketKey.OF_RUN)).containsExactly("new-run");
        assertThat(names(GroupBy.RUN, BucketKey.OF_RUN_HOUR)).containsExactly("new-run");
        assertThat(Totals.of(GroupBy.AGENT, lines(BucketKey.OF_HOUR)).all().entries())
                .isEqualTo(2);

        driver.advanceWallClockTime(Duration.ofDays(311));
        assertThat(Totals.of(GroupBy.AGENT, lines(BucketKey.OF_HOUR)).all().costMicros())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("COST-2 the entry is a span in the run's trace, below the sender's")
    void theEntryIsInTheRunsTrace() {
        Headers headers = new RecordHeaders();
        headers.add("traceparent", ("00-" + TRACE + "-" + SENDER + "-01").getBytes(StandardCharsets.UTF_8));

        usage.pipeInput(new TestRecord<>(
                "ann", bytes(toolCall("u", "r", "run_command", NOON).build()), headers, NOON));

        assertThat(spans.all).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("record usage");
            assertThat(span.getTraceId()).isEqualTo(TRACE);
            assertThat(span.getParentSpanId()).isEqualTo(SENDER);
            assertThat(span.getAttributes().get(AttributeKey.stringKey("flyball.ledger.outcome")))
                    .isEqualTo("recorded");
            assertThat(span.getAttributes().get(AttributeKey.stringKey("flyball.run.id")))
                    .isEqualTo("r");
        });
    }

    @Test
    @DisplayName("CON-4 what cannot be read, and what cannot be true, goes to the dead letters with its reason")
    void deadLetters() throws Exception {
        usage.pipeInput("ann", new byte[] {0, 0, 0, 0, 0, 1});
        Usage impossible = modelCall("u", "r", 0, NOON)
                .setTokens(TokenCount.newBuilder().setOutput(-5).build())
                .build();
        send(impossible);
        send(modelCall("fine", "r", 3, NOON).build());

        DeadLetter unreadable = wire.decode("", deadLetters.readValue(), DeadLetter.class);
        DeadLetter refused = wire.decode("", deadLetters.readValue(), DeadLetter.class);
        assertThat(unreadable.getReason()).contains("not Confluent's wire format");
        assertThat(refused.getReason()).contains("tokens must be between");
        assertThat(refused.getOffset()).isEqualTo(1);
        assertThat(wire.decode("", refused.getValue().array(), Usage.class)).isEqualTo(impossible);
        assertThat(Totals.of(GroupBy.AGENT, lines(BucketKey.OF_HOUR)).all().entries())
                .isEqualTo(1);
    }

    private void send(Usage record) {
        usage.pipeInput(record.getPrincipal(), bytes(record), record.getUsedAt());
    }

    private byte[] bytes(Usage record) {
        return wire.encode(Topics.USAGE, record);
    }

    private List<String> names(GroupBy by, String kind) {
        return Totals.of(by, lines(kind)).groups().stream()
                .map(Totals.Group::name)
                .toList();
    }

    private List<Accounts.Line> lines(String kind) {
        List<Accounts.Line> lines = new ArrayList<>();
        var range = BucketKey.beginningWith(kind);
        try (var all = driver.<String, byte[]>getKeyValueStore(Books.TOTALS).range(range.from(), range.to())) {
            all.forEachRemaining(
                    entry -> lines.add(new Accounts.Line(BucketKey.parse(entry.key), AmountCodec.amount(entry.value))));
        }
        return lines;
    }
}
