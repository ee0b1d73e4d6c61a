package io.flyball.orchestrator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.inventory.Inventory;
import io.flyball.contract.AdmissionInput;
import io.flyball.contract.Alert;
import io.flyball.contract.RunAdmission;
import io.flyball.orchestrator.Answers;
import io.flyball.orchestrator.config.AdmissionProperties;
import io.flyball.orchestrator.config.BoundProperties;
import io.flyball.orchestrator.entrance.Entrance;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.streams.StreamEnds;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.schemas.Topics;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdmissionPlaceTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Alert ALERT = Answers.alert("high-cpu", "checkout", NOW);

    @TempDir
    private Path directory;

    @Test
    @DisplayName("ING-4 an alert that stands where admission lives opens its run at once")
    void atOnce() {
        var sent = send(new TaskId(0, 0), ALERT).getFirst();
        assertThat(sent.childName()).contains(StreamEnds.sinkName(Topics.RUN_ADMISSIONS));
        assertThat(sent.record().value()).isInstanceOf(RunAdmission.class);
    }

    @Test
    @DisplayName("ING-4 an alert on another partition, as older versions made them, queues for admission first")
    void queues() {
        var sent = send(new TaskId(0, 2), ALERT).getFirst();
        assertThat(sent.childName()).contains(StreamEnds.sinkName(Topics.ADMISSION_INPUTS));
        assertThat(sent.record().key()).isEqualTo("key");
        assertThat(sent.record().value()).isEqualTo(new AdmissionInput(ALERT));
    }

    @Test
    @DisplayName("ING-4 what has queued is admitted wherever it stands, and does not queue again")
    void queuesOnce() {
        var sent = send(new TaskId(0, 2), new AdmissionInput(ALERT)).getFirst();
        assertThat(sent.childName()).contains(StreamEnds.sinkName(Topics.RUN_ADMISSIONS));
    }

    private List<MockProcessorContext.CapturedForward<? extends String, ? extends SpecificRecord>> send(
            TaskId task, SpecificRecord record) {
        var context = new MockProcessorContext<String, SpecificRecord>(new Properties(), task, directory.toFile());
        context.setCurrentSystemTimeMs(NOW.toEpochMilli());
        for (String name :
                List.of(AdmissionProcessor.ADMISSION, AdmissionProcessor.FINGERPRINTS, AdmissionProcessor.REQUESTS)) {
            var store = Stores.keyValueStoreBuilder(
                            Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                    .withLoggingDisabled()
                    .build();
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
        }
        var processor = processor();
        processor.init(context);
        processor.process(new Record<>("key", record, NOW.toEpochMilli()));
        return context.forwarded();
    }

    private static AdmissionProcessor processor() {
        Catalogue catalogue = Catalogue.load(Path.of("../../catalogue"));
        var machine = new AdmissionMachine(
                catalogue.agents(),
                Changers.of(catalogue),
                "first-responder",
                Inventory.NONE,
                new ClosedRunPeriods(Duration.ofMinutes(5), Duration.ofMinutes(30)),
                AdmissionProperties.DEFAULT);
        return new AdmissionProcessor(
                machine,
                Duration.ofMinutes(5),
                new EventHeaders("orchestrator", new Telemetry(OpenTelemetry.noop())),
                new Entrance(BoundProperties.DEFAULT));
    }
}
