package io.flyball.governor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ActionVerdict;
import io.flyball.contract.ApprovalDecision;
import io.flyball.contract.ApprovalRequest;
import io.flyball.contract.AuditFact;
import io.flyball.contract.DeadLetter;
import io.flyball.contract.Notification;
import io.flyball.governor.approval.ApprovalRules;
import io.flyball.governor.policy.Judge;
import io.flyball.governor.policy.JudgeFixture;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopOrders;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.LocalWire;
import io.flyball.platform.wire.Unreadable;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import io.flyball.schemas.grant.SigningKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The governor's topology in a test driver, with a clock, a stop and a policy in hand. */
final class TopologyHarness implements AutoCloseable {
    static final Duration TIMEOUT = Duration.ofSeconds(300);
    /** Each step of the driver's clock is written to the disk, so the steps of tests are long. */
    private static final Duration ABSENT_AFTER = Duration.ofMinutes(10);

    static final String RUN_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    final List<SpanData> spans = new ArrayList<>();
    StopState stop = new StopState.Clear();
    final StopOrders orders = new StopOrders(() -> true);
    final SigningKey key = SigningKey.fresh();
    final Set<KillSwitch> killed = new HashSet<>();
    Judge judge = JudgeFixture.judge();
    private final Wire wire = new LocalWire();
    private final TopologyTestDriver driver;

    TopologyHarness(Path state) {
        var provider = SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(new Collected()));
        var telemetry = new Telemetry(
                OpenTelemetrySdk.builder().setTracerProvider(provider.build()).build());
        var topology = new GovernorTopology(
                () -> judge,
                guard(),
                orders,
                key,
                Clock.systemUTC(),
                telemetry,
                new EventHeaders("governor", telemetry));
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "governor-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(
                topology.build(
                        new ApprovalRules(TIMEOUT, Duration.ofSeconds(60), Duration.ofHours(24)),
                        Duration.ofMillis(200),
                        ABSENT_AFTER,
                        wire,
                        new DeadLetters("governor", Clock.systemUTC())),
                settings,
                NOON);
    }

    private StopGuard guard() {
        return switches -> switches.stream()
                .filter(killed::contains)
                .findFirst()
                .<StopState>map(one -> new StopState.Stopped(one.key(), "kill switch", "ann", null))
                .orElse(stop);
    }

    void propose(ActionProposal proposal) {
        pipe(Topics.ACTION_PROPOSALS, proposal.getRunId(), wire.encode(Topics.ACTION_PROPOSALS, proposal), trace());
    }

    void answer(ApprovalDecision decision) {
        byte[] bytes = wire.encode(Topics.APPROVAL_DECISIONS, decision);
        pipe(Topics.APPROVAL_DECISIONS, decision.getRunId(), bytes, new RecordHeaders());
    }

    void pipe(String topic, String key, byte[] value, Headers headers) {
        driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, headers));
    }

    private static Headers trace() {
        return new RecordHeaders().add("traceparent", ("00-" + RUN_TRACE + "-00f067aa0ba902b7-01").getBytes());
    }

    /** Time passes, and the governor is there. */
    void advance(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** So much time passes that the governor was away. */
    void away(Duration time) {
        assertThat(time).isGreaterThan(ABSENT_AFTER);
        driver.advanceWallClockTime(time);
    }

    Instant now() {
        return NOON;
    }

    List<ActionVerdict> verdicts() {
        return read(Topics.ACTION_VERDICTS, ActionVerdict.class);
    }

    List<ApprovalRequest> requests() {
        return read(Topics.APPROVAL_REQUESTS, ApprovalRequest.class);
    }

    List<Notification> notifications() {
        return read(Topics.NOTIFICATIONS, Notification.class);
    }

    List<AuditFact> audit() {
        return read(Topics.AUDIT_FACTS, AuditFact.class);
    }

    List<DeadLetter> deadLetters() {
        return read(Topics.DEAD_LETTERS, DeadLetter.class);
    }

    List<TestRecord<String, byte[]>> raw(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** What came since the last time. */
    private <T extends SpecificRecord> List<T> read(String topic, Class<T> type) {
        return raw(topic).stream()
                .map(record -> decode(topic, record.value(), type))
                .toList();
    }

    private <T extends SpecificRecord> T decode(String topic, byte[] bytes, Class<T> type) {
        try {
            return wire.decode(topic, bytes, type);
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    long keys() {
        var store = driver.<String, byte[]>getKeyValueStore(ActionStore.NAME);
        long keys = 0;
        try (var all = store.all()) {
            while (all.hasNext()) {
                all.next();
                keys++;
            }
        }
        return keys;
    }

    @Override
    public void close() {
        driver.close();
    }

    private final class Collected implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> finished) {
            spans.addAll(finished);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
