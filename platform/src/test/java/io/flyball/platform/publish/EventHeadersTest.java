package io.flyball.platform.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.AdmissionInput;
import io.flyball.contract.Outcome;
import io.flyball.contract.RunClosed;
import io.flyball.platform.telemetry.Telemetry;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventHeadersTest {
    private final EventHeaders headers = new EventHeaders("orchestrator", new Telemetry(OpenTelemetry.noop()));

    @Test
    @DisplayName("CON-3 CloudEvents attributes in binary mode; a record about a run is identified by it")
    void cloudEvents() {
        RunClosed closed = new RunClosed("run-1", "default", null, Outcome.RESOLVED, Instant.EPOCH, false);

        assertThat(texts("run-1", closed))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", "run-1")
                .containsEntry("ce_source", "/flyball/orchestrator")
                .containsEntry("ce_type", "io.flyball.contract.RunClosed")
                .containsEntry("ce_time", "1970-01-01T00:00:00Z")
                .containsEntry("ce_subject", "run-1")
                .containsEntry("content-type", "application/avro");
    }

    @Test
    @DisplayName("A record that only wraps another has the inner one's id, and the next record of its kind its own")
    void wrapped() {
        assertThat(texts(null, wrap("run-1"))).containsEntry("ce_id", "run-1").doesNotContainKey("ce_subject");
        assertThat(texts(null, wrap("run-2"))).containsEntry("ce_id", "run-2");
    }

    private static AdmissionInput wrap(String run) {
        return new AdmissionInput(new RunClosed(run, "default", null, Outcome.RESOLVED, Instant.EPOCH, false));
    }

    private Map<String, String> texts(@org.jspecify.annotations.Nullable String subject, SpecificRecord record) {
        Map<String, String> texts = new TreeMap<>();
        headers.of(subject, record, Instant.EPOCH)
                .forEach(header -> texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return texts;
    }
}
