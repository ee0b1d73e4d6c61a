package io.flyball.orchestrator.admission;

import static io.flyball.orchestrator.admission.Counter.NOW;
import static io.flyball.orchestrator.admission.Counter.firing;
import static io.flyball.orchestrator.admission.Counter.wanted;
import static io.flyball.orchestrator.admission.Counter.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.orchestrator.run.RunIds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FactCodecTest {

    @Test
    @DisplayName("RUN-21 all that admission knows is the same after it was stored and read")
    void roundTrip() {
        Counter counter = new Counter(Settings.with(set -> {
            set.openInAll = 1;
            set.runsPerHour = 1;
        }));
        counter.take(firing("a", "shop", NOW));
        counter.take(firing("b", "cart", NOW));
        counter.take(wanted(wish("c", "x", "g", new ParentStep("p", "s", 2, List.of()), Map.of("k", "v"), null), NOW));
        counter.take(new Arrival.Deployed(
                "default", "production", new Deployment("d", "shop", null, null, "ci", "", null, NOW), NOW));

        assertThat(counter.known.all())
                .hasSizeGreaterThan(6)
                .allSatisfy(fact ->
                        assertThat(FactCodec.fact(FactCodec.bytes(fact))).isEqualTo(fact));
        assertThat(new String(FactCodec.bytes(counter.known.all().iterator().next()), StandardCharsets.UTF_8))
                .startsWith("{\"version\":1,");
    }

    @Test
    @DisplayName("RUN-23 what version 0.1.0 kept is understood: its open runs are joined, its requests are known")
    void formerStores() {
        KeyValueStore<String, byte[]> fingerprints = store("fingerprints");
        KeyValueStore<String, byte[]> requests = store("run-requests");
        String run = RunIds.of("x", NOW);
        String closed = RunIds.of("y", NOW);
        fingerprints.put(
                "default/a",
                ("{\"is\":\"Open\",\"runId\":\"" + run + "\",\"agent\":\"sre\"}").getBytes(StandardCharsets.UTF_8));
        fingerprints.put(
                "default/b",
                ("{\"is\":\"Cooling\",\"runId\":\"" + closed
                                + "\",\"agent\":\"sre\",\"until\":\"2026-01-01T00:05:00Z\"}")
                        .getBytes(StandardCharsets.UTF_8));
        requests.put("r", NOW.toString().getBytes(StandardCharsets.UTF_8));

        KeyValueStore<String, byte[]> now = store("admission");
        var former = new FormerStores(fingerprints, requests, java.time.Duration.ofMinutes(5));
        Memory memory = new Memory(now, former);
        assertThat(memory.knowledge()
                        .ofFingerprint("default", "a")
                        .orElseThrow()
                        .live())
                .isTrue();
        assertThat(memory.knowledge()
                        .ofFingerprint("default", "b")
                        .orElseThrow()
                        .standing())
                .isEqualTo(new AdmissionStanding.Closed(false, true, NOW));
        assertThat(memory.knowledge().find(Fact.SeenRequest.key("r"), Fact.SeenRequest.class))
                .isPresent();

        memory.move();
        assertThat(former.facts()).isEmpty();
        assertThat(List.copyOf(new Memory(now, former).knowledge().all()))
                .containsExactlyInAnyOrderElementsOf(memory.knowledge().all());
    }

    private static KeyValueStore<String, byte[]> store(String name) {
        KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        var context = new MockProcessorContext<String, Bytes>();
        store.init(context.getStateStoreContext(), store);
        return store;
    }
}
