package io.flyball.orchestrator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.inventory.Inventory;
import io.flyball.contract.AdmissionInput;
import io.flyball.contract.AdmissionKind;
import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.Outcome;
import io.flyball.contract.RunAdmission;
import io.flyball.contract.RunClosed;
import io.flyball.orchestrator.config.AdmissionProperties;
import io.flyball.orchestrator.config.BoundProperties;
import io.flyball.orchestrator.entrance.Entrance;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.streams.StreamEnds;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.LocalWire;
import io.flyball.platform.wire.Unreadable;
import io.flyball.schemas.Topics;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StormTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int ALERTS = 10_000;
    private static final int SERVICES = 50;

    private final LocalWire wire = new LocalWire();
    private final Duration coolDown = Duration.ofMinutes(5);

    @Test
    @DisplayName(
            "ING-4 10,000 alerts of 50 services within a minute open at most 50 runs, every one is found by its run")
    void storm() throws Unreadable {
        try (var driver = new TopologyTestDriver(topology(), new Properties(), START)) {
            TestInputTopic<String, byte[]> input =
                    driver.createInputTopic(Topics.ADMISSION_INPUTS, new StringSerializer(), new ByteArraySerializer());
            long began = System.nanoTime();
            Set<String> raised = new HashSet<>();
            for (int i = 0; i < ALERTS; i++) {
                Alert alert = alert(i, START.plusMillis(6L * i));
                raised.add(alert.getId());
                send(input, alert.getFingerprint(), new AdmissionInput(alert), alert.getStartsAt());
            }
            long took = System.nanoTime() - began;
            List<RunAdmission> said = read(driver);
            Map<AdmissionKind, Long> kinds =
                    said.stream().collect(Collectors.groupingBy(RunAdmission::getKind, Collectors.counting()));
            long runs = said.stream().map(RunAdmission::getRunId).distinct().count();
            long facts = driver.getKeyValueStore(AdmissionProcessor.ADMISSION).approximateNumEntries();
            System.out.printf(
                    "storm: %d alerts of %d services in %d ms: %d runs, %s, %d facts kept%n",
                    ALERTS, SERVICES, Duration.ofNanos(took).toMillis(), runs, kinds, facts);

            assertThat(runs).isEqualTo(SERVICES);
            assertThat(kinds.get(AdmissionKind.OPEN)).isEqualTo(10);
            assertThat(kinds.get(AdmissionKind.QUEUE)).isEqualTo(40);
            assertThat(kinds.get(AdmissionKind.JOIN)).isEqualTo(ALERTS - 10);
            assertThat(said.stream()
                            .filter(it -> it.getKind() != AdmissionKind.QUEUE)
                            .map(RunAdmission::getAlertId))
                    .containsExactlyInAnyOrderElementsOf(raised);

            Set<String> opened = closeAll(driver, input, said, START.plusSeconds(90));
            assertThat(opened)
                    .as("none changed anything, so the hour holds nobody up")
                    .hasSize(SERVICES);

            driver.advanceWallClockTime(Duration.ofHours(25));
            assertThat(driver.getKeyValueStore(AdmissionProcessor.ADMISSION).approximateNumEntries())
                    .isZero();
        }
    }

    /** Ends each open run, and those that open in its place; all that opened. */
    private Set<String> closeAll(
            TopologyTestDriver driver, TestInputTopic<String, byte[]> input, List<RunAdmission> said, Instant at)
            throws Unreadable {
        Set<String> opened = new HashSet<>();
        List<RunAdmission> now = said;
        while (now.stream().anyMatch(it -> it.getKind() == AdmissionKind.OPEN)) {
            for (RunAdmission it : now) {
                if (it.getKind() == AdmissionKind.OPEN) {
                    assertThat(opened.add(it.getRunId())).isTrue();
                    send(input, it.getRunId(), new AdmissionInput(closed(it)), at);
                }
            }
            now = read(driver);
        }
        return opened;
    }

    private static RunClosed closed(RunAdmission opened) {
        return RunClosed.newBuilder()
                .setRunId(opened.getRunId())
                .setTenant(opened.getTenant())
                .setOutcome(Outcome.RESOLVED)
                .setClosedAt(START)
                .setChanged(false)
                .build();
    }

    private static Alert alert(int i, Instant at) {
        return Alert.newBuilder()
                .setId("alert-" + i)
                .setFingerprint("fingerprint-" + i)
                .setName("ServiceUnavailable")
                .setService("service-" + i % SERVICES)
                .setStatus(AlertStatus.FIRING)
                .setLabels(Map.of("pod", "pod-" + i))
                .setStartsAt(at)
                .setSource("alertmanager")
                .setReceivedAt(at)
                .build();
    }

    private void send(TestInputTopic<String, byte[]> input, String key, AdmissionInput record, Instant at) {
        input.pipeInput(new TestRecord<>(key, wire.encode(Topics.ADMISSION_INPUTS, record), at));
    }

    private List<RunAdmission> read(TopologyTestDriver driver) throws Unreadable {
        List<RunAdmission> read = new ArrayList<>();
        var output =
                driver.createOutputTopic(Topics.RUN_ADMISSIONS, new StringDeserializer(), new ByteArrayDeserializer());
        for (byte[] value : output.readValuesToList()) {
            read.add(wire.decode(Topics.RUN_ADMISSIONS, value, RunAdmission.class));
        }
        return read;
    }

    private Topology topology() {
        Topology topology = new Topology();
        StreamEnds edges = new StreamEnds(topology, wire, new DeadLetters("orchestrator", Clock.systemUTC()));
        String inputs = edges.source(Topics.ADMISSION_INPUTS, AdmissionInput.class, "admission");
        Catalogue catalogue = Catalogue.load(Path.of("../../catalogue"));
        var machine = new AdmissionMachine(
                catalogue.agents(),
                Changers.of(catalogue),
                "first-responder",
                Inventory.NONE,
                new ClosedRunPeriods(Duration.ofMinutes(5), Duration.ofMinutes(30)),
                AdmissionProperties.DEFAULT);
        var headers = new EventHeaders("orchestrator", new Telemetry(OpenTelemetry.noop()));
        edges.processor(
                "admission",
                () -> new AdmissionProcessor(machine, coolDown, headers, new Entrance(BoundProperties.DEFAULT)),
                inputs);
        for (String store :
                List.of(AdmissionProcessor.ADMISSION, AdmissionProcessor.FINGERPRINTS, AdmissionProcessor.REQUESTS)) {
            topology.addStateStore(
                    Stores.keyValueStoreBuilder(
                            Stores.inMemoryKeyValueStore(store), Serdes.String(), Serdes.ByteArray()),
                    "admission");
        }
        edges.sink(Topics.RUN_ADMISSIONS, "admission");
        edges.sink(Topics.NOTIFICATIONS, "admission");
        edges.deadLetterSink(inputs);
        return topology;
    }
}
