package io.flyball.notifier.topology;

import static io.flyball.notifier.Messages.NOON;
import static io.flyball.notifier.Records.approval;
import static io.flyball.notifier.Records.budget;
import static io.flyball.notifier.Records.notification;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.DeadLetter;
import io.flyball.contract.DeliveryStatus;
import io.flyball.contract.NotificationKind;
import io.flyball.contract.NotificationReceipt;
import io.flyball.notifier.channel.Channel;
import io.flyball.notifier.delivery.Answer;
import io.flyball.notifier.delivery.Backoff;
import io.flyball.notifier.delivery.DeliveryMachine;
import io.flyball.notifier.message.ApprovalNotice;
import io.flyball.notifier.message.BudgetNotice;
import io.flyball.notifier.message.Message;
import io.flyball.notifier.routing.Routing;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.LocalWire;
import io.flyball.schemas.Topics;
import io.flyball.secrets.SecretFilter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifierTopologyTest {
    private static final Path SHIPPED = Path.of("../../catalogue/notifications");
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int MOST_AT_ONCE = 2;

    @TempDir
    Path folder;

    private final LocalWire wire = new LocalWire();
    private final CollectedSpans spans = new CollectedSpans();
    private final FakeChannel slack = new FakeChannel();
    private final FakeChannel oncall = new FakeChannel();
    private final FakeChannel log = new FakeChannel();
    private TopologyTestDriver driver;
    private TestOutputTopic<String, byte[]> receipts;
    private TestOutputTopic<byte[], byte[]> deadLetters;

    @BeforeEach
    void start() throws IOException {
        Path routing = Files.writeString(folder.resolve("routing.yaml"), """
                routes:
                  - kinds: [STOP, RELEASE]
                    to: [slack, oncall]
                otherwise: [slack]
                """);
        var mapper = new MessageMapper(
                ApprovalNotice.load(SHIPPED.resolve("approval-needed.md"), "http://console"),
                BudgetNotice.load(SHIPPED.resolve("budget.md")),
                new SecretFilter(new byte[] {1}));
        Map<String, Channel> channels = Map.of("slack", slack, "oncall", oncall, "log", log);
        var telemetry = new Telemetry(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build());
        var machine =
                new DeliveryMachine(new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10)), Duration.ofSeconds(15));
        var dispatcher = new Dispatcher(channels::get, new NotifySpans(telemetry), MOST_AT_ONCE);
        var loaded = Routing.load(routing, channels.keySet());
        var topology = NotifierTopology.of(
                wire,
                new DeadLetters("notifier", Clock.systemUTC()),
                () -> new DeliveryProcessor(
                        mapper,
                        loaded,
                        machine,
                        dispatcher,
                        new Receipts(new EventHeaders("notifier", telemetry), telemetry)),
                Duration.ofDays(31));
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        driver = new TopologyTestDriver(topology, settings, NOON);
        receipts = driver.createOutputTopic(
                Topics.NOTIFICATION_RECEIPTS, new StringDeserializer(), new ByteArrayDeserializer());
        deadLetters =
                driver.createOutputTopic(Topics.DEAD_LETTERS, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    @DisplayName("NTF-2 a message is delivered once however often it comes, with one receipt")
    void once() throws Exception {
        var closing =
                notification("run-1:closing", NotificationKind.CLOSING, NOON).build();
        tell(closing);
        tell(closing);
        pass(LOOK);
        tell(closing);
        pass(Duration.ofDays(8));

        assertThat(slack.ids()).containsExactly("run-1:closing");
        assertThat(receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.getId()).isEqualTo("run-1:closing:slack");
            assertThat(receipt.getStatus()).isEqualTo(DeliveryStatus.DELIVERED);
            assertThat(receipt.getAttempts()).isEqualTo(1);
            assertThat(receipt.getDetail()).isEqualTo("200 ok");
        });
    }

    @Test
    @DisplayName("APR-1 an approval request is told with its command, once, though the governor tells of it too")
    void approvals() throws Exception {
        send(Topics.APPROVAL_REQUESTS, "run-1", approval("run-1:2:0", NOON).build());
        tell(notification("run-1:2:0:asked", NotificationKind.APPROVAL_NEEDED, NOON)
                .build());
        pass(LOOK);

        assertThat(slack.sent).singleElement().satisfies(message -> {
            assertThat(message.body()).contains("    deployctl rollback shop\n");
            assertThat(message.body()).contains("flyball approvals approve run-1:2:0");
        });
        assertThat(receipts().stream().map(NotificationReceipt::getStatus))
                .containsExactly(DeliveryStatus.SUPPRESSED, DeliveryStatus.DELIVERED);
    }

    @Test
    @DisplayName("NTF-2 an approval request that expired in the meantime is not told")
    void expiredApprovals() throws Exception {
        send(
                Topics.APPROVAL_REQUESTS,
                "run-1",
                approval("a", NOON.minusSeconds(1_000)).build());
        pass(LOOK);

        assertThat(slack.sent).isEmpty();
        assertThat(receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.getStatus()).isEqualTo(DeliveryStatus.SUPPRESSED);
            assertThat(receipt.getDetail()).startsWith("expired at");
        });
    }

    @Test
    @DisplayName("COST-5 a budget event is told")
    void budgets() {
        send(Topics.BUDGET_EVENTS, "principal:ann:day", budget("b-1", NOON).build());

        assertThat(slack.sent)
                .extracting(Message::title)
                .containsExactly("Budget principal:ann:day is exceeded: $50.00 of $50.00");
    }

    @Test
    @DisplayName("NTF-2 a channel that fails is tried again, later and later, while other messages go on")
    void retries() throws Exception {
        slack.answers(new Answer.NotNow("500", null));
        tell(notification("stuck", NotificationKind.CLOSING, NOON).build());
        pass(LOOK);
        assertThat(slack.sent).hasSize(1);
        pass(Duration.ofMillis(300));
        assertThat(slack.sent).as("not before half a second").hasSize(1);
        pass(Duration.ofSeconds(1));
        assertThat(slack.sent).hasSize(2);

        slack.answers(new Answer.Accepted("200 ok"));
        tell(notification("other", NotificationKind.CLOSING, NOON).build());
        pass(LOOK);
        assertThat(receipts())
                .extracting(NotificationReceipt::getNotificationId)
                .containsExactly("other");
        pass(Duration.ofSeconds(5));
        assertThat(receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.getNotificationId()).isEqualTo("stuck");
            assertThat(receipt.getAttempts()).isEqualTo(3);
        });
    }

    @Test
    @DisplayName("NTF-2 after 24 hours a message goes to the next channel, and both have a receipt")
    void nextChannel() throws Exception {
        slack.answers(new Answer.NotNow("503", null));
        tell(notification("stuck", NotificationKind.CLOSING, NOON).build());
        for (int minutes = 0; minutes < 23 * 60; minutes += 5) {
            pass(Duration.ofMinutes(5));
        }
        assertThat(receipts()).isEmpty();
        for (int minutes = 0; minutes < 90; minutes += 5) {
            pass(Duration.ofMinutes(5));
        }

        assertThat(log.ids()).containsExactly("stuck");
        assertThat(slack.sent.size()).isBetween(100, 300);
        assertThat(receipts())
                .extracting(NotificationReceipt::getChannel, NotificationReceipt::getStatus)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("slack", DeliveryStatus.FAILED),
                        org.assertj.core.groups.Tuple.tuple("log", DeliveryStatus.DELIVERED));
    }

    @Test
    @DisplayName("NTF-3 an emergency stop goes to every channel at once, though a channel is busy with others")
    void stopsOvertake() {
        slack.hangs();
        for (int i = 0; i < 5; i++) {
            tell(notification("m" + i, NotificationKind.CLOSING, NOON).build());
        }
        assertThat(slack.ids()).as("not all at once").containsExactly("m0", "m1");

        tell(notification("stop", NotificationKind.STOP, NOON.minus(Duration.ofDays(3)))
                .setDedupKey("m0")
                .build());

        assertThat(slack.ids()).containsExactly("m0", "m1", "stop");
        assertThat(oncall.ids()).containsExactly("stop");
        slack.answers(new Answer.Accepted("200 ok"));
        new ArrayList<>(slack.waiting).forEach(w -> w.complete(new Answer.Accepted("200 ok")));
        pass(LOOK);
        pass(LOOK);
        pass(LOOK);
        assertThat(slack.ids()).containsExactlyInAnyOrder("m0", "m1", "stop", "m2", "m3", "m4");
    }

    @Test
    @DisplayName("NTF-2 an attempt that never ends is made again after a while")
    void hanging() {
        slack.hangs();
        tell(notification("m", NotificationKind.CLOSING, NOON).build());
        pass(Duration.ofSeconds(14));
        assertThat(slack.sent).hasSize(1);
        pass(Duration.ofSeconds(2));
        pass(Duration.ofSeconds(2));
        assertThat(slack.sent).hasSize(2);
    }

    @Test
    @DisplayName("NTF-2 a channel that nobody configured is passed over")
    void unknownChannel() throws Exception {
        tell(notification("m", NotificationKind.CLOSING, NOON)
                .setChannels(List.of("moon"))
                .build());
        pass(LOOK);
        pass(LOOK);

        assertThat(log.ids()).containsExactly("m");
        assertThat(receipts())
                .extracting(NotificationReceipt::getDetail)
                .containsExactly("no channel of that name is configured", "200 ok");
    }

    @Test
    @DisplayName("NTF-4 every attempt is a span in the trace of the record, and so is the receipt")
    void traces() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        var headers = new RecordHeaders();
        headers.add("traceparent", ("00-" + trace + "-b7ad6b7169203331-01").getBytes(StandardCharsets.UTF_8));
        driver.createInputTopic(Topics.NOTIFICATIONS, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(
                        "run-1",
                        wire.encode(
                                Topics.NOTIFICATIONS,
                                notification("m", NotificationKind.BRIEFING, NOON)
                                        .build()),
                        headers,
                        NOON));
        pass(LOOK);

        assertThat(spans.all).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("notify slack");
            assertThat(span.getTraceId()).isEqualTo(trace);
            assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        });
        assertThat(new String(
                        receipts.readRecord()
                                .headers()
                                .lastHeader("traceparent")
                                .value(),
                        StandardCharsets.UTF_8))
                .contains(trace);
        assertThat(spans.all).extracting(SpanData::hasEnded).containsExactly(true);
    }

    @Test
    @DisplayName("CON-7 what cannot be read goes to the dead letters")
    void unreadable() throws Exception {
        driver.createInputTopic(Topics.NOTIFICATIONS, new StringSerializer(), new ByteArraySerializer())
                .pipeInput("run-1", "not avro".getBytes(StandardCharsets.UTF_8));

        assertThat(wire.decode("", deadLetters.readValue(), DeadLetter.class).getTopic())
                .isEqualTo(Topics.NOTIFICATIONS);
        assertThat(slack.sent).isEmpty();
    }

    private void tell(SpecificRecord record) {
        send(Topics.NOTIFICATIONS, "run-1", record);
    }

    private void send(String topic, String key, SpecificRecord record) {
        driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, wire.encode(topic, record), Instant.EPOCH);
    }

    /** In looks, because the test's clock calls a look that is overdue only once. */
    private void pass(Duration time) {
        driver.advanceWallClockTime(time);
        driver.advanceWallClockTime(LOOK);
    }

    private List<NotificationReceipt> receipts() throws Exception {
        List<NotificationReceipt> read = new ArrayList<>();
        for (byte[] bytes : receipts.readValuesToList()) {
            read.add(wire.decode("", bytes, NotificationReceipt.class));
        }
        return read;
    }
}
