package io.flyball.governor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.governor.approval.ApprovalMachine;
import io.flyball.governor.approval.ApprovalRules;
import io.flyball.governor.policy.JudgeFixture;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopOrders;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.schemas.grant.SigningKey;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("GOV-7 when a verdict is committed")
class CommitTest {
    private static final long NOW = 1_000_000;

    @TempDir
    Path folder;

    private MockProcessorContext<String, SpecificRecord> context;
    private GovernorProcessor processor;

    @BeforeEach
    void init() {
        context = new MockProcessorContext<>(
                new Properties(), new org.apache.kafka.streams.processor.TaskId(0, 0), folder.toFile());
        KeyValueStore<String, byte[]> store =
                ActionStore.builder().withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        context.setCurrentSystemTimeMs(NOW);
        var telemetry = new Telemetry(OpenTelemetry.noop());
        var rules = new ApprovalRules(Duration.ofSeconds(300), Duration.ofSeconds(60), Duration.ofHours(24));
        processor = new GovernorProcessor(
                (actions, out) -> new ActionGovernor(
                        new ApprovalMachine(rules),
                        new Judging(JudgeFixture::judge),
                        new StopSightings(clear(), new StopOrders(() -> true), Clock.systemUTC()),
                        new GovernSpans(telemetry),
                        actions,
                        new Outputs(new Grants(SigningKey.fresh())),
                        out),
                new EventHeaders("governor", telemetry),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5));
        processor.init(context);
    }

    @Test
    void atOnceWhileRecordsComeNoFasterThanTheyAreGoverned() {
        process(NOW - 3);
        assertThat(context.forwarded()).isNotEmpty();
        assertThat(context.committed()).isTrue();
    }

    @Test
    void togetherWithThoseBehindItWhereARecordIsLateAlready() {
        process(NOW - 50);
        assertThat(context.forwarded()).isNotEmpty();
        assertThat(context.committed()).isFalse();
    }

    private void process(long sentAt) {
        processor.process(new Record<>("r1", RecordsFixture.proposal("r1", "status"), sentAt, new RecordHeaders()));
    }

    private static StopGuard clear() {
        return _ -> new StopState.Clear();
    }
}
