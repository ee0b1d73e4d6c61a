package io.flyball.orchestrator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.AuditFact;
import io.flyball.contract.AuditKind;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.schemas.audit.Head;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What one task leaves in its store, and what the next one, hours or weeks later, makes of it. */
class AuditProcessorTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Map<String, Head>> signed = new ArrayList<>();
    private final KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(AuditChains.STORE), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    private MockProcessorContext<String, SpecificRecord> context = new MockProcessorContext<>();
    private AuditProcessor processor = started(START);

    @Test
    @DisplayName("AUD-2 what was not signed at a stop is signed after the restart, hours later")
    void restart() {
        tell("run", "run");
        processor = started(START.plus(Duration.ofHours(5)));
        minutePasses();

        assertThat(signed).containsExactly(Map.of("run", new AuditChains(store).head("run")));
    }

    @Test
    @DisplayName("AUD-2 a line of heads stays bounded, however many chains there are")
    void bounded() {
        IntStream.range(0, 2_500).forEach(run -> tell("run-" + run, "run-" + run));
        processor = started(START.plus(Duration.ofHours(5)));
        minutePasses();

        assertThat(signed).allSatisfy(heads -> assertThat(heads).hasSizeLessThanOrEqualTo(1_000));
        assertThat(signed.stream().flatMap(heads -> heads.keySet().stream()))
                .hasSize(2_500)
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName(
            "AUD-2 the chain of a service that was quiet for long goes on where it ended; that of a run is dropped")
    void quiet() {
        tell("governor", null);
        tell("run", "run");
        String old = "{\"sequence\":7,\"hash\":\"77\",\"at\":\"2026-01-01T00:00:00Z\",\"known\":[]}";
        store.put("console", old.getBytes(StandardCharsets.UTF_8));

        processor = started(START.plus(Duration.ofDays(31)));
        context.scheduledPunctuators().get(1).getPunctuator().punctuate(0);

        AuditChains chains = new AuditChains(store);
        assertThat(chains.head("governor").sequence()).isEqualTo(1);
        assertThat(chains.head("console")).isEqualTo(new Head(7, "77"));
        assertThat(chains.head("run").sequence()).isZero();
    }

    private AuditProcessor started(Instant at) {
        context = new MockProcessorContext<>();
        context.setCurrentSystemTimeMs(at.toEpochMilli());
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        var headers = new EventHeaders("orchestrator", new Telemetry(OpenTelemetry.noop()));
        var started = new AuditProcessor(headers, new Remembered(signed));
        started.init(context);
        return started;
    }

    private void minutePasses() {
        context.scheduledPunctuators().getFirst().getPunctuator().punctuate(0);
    }

    private void tell(String chain, @Nullable String run) {
        AuditFact fact = AuditFact.newBuilder()
                .setId("fact-of-" + chain)
                .setRunId(run)
                .setTenant("default")
                .setService(chain)
                .setKind(AuditKind.APPROVAL)
                .setActor("ann")
                .setDetailJson("{}")
                .setAt(START)
                .build();
        processor.process(new Record<>(chain, fact, START.toEpochMilli()));
    }

    private record Remembered(List<Map<String, Head>> signed) implements Checkpoints {
        @Override
        public Duration every() {
            return Duration.ofMinutes(1);
        }

        @Override
        public boolean write(Map<String, Head> heads, Instant at) {
            return signed.add(Map.copyOf(heads));
        }
    }
}
