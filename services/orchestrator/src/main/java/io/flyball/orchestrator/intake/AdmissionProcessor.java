package io.flyball.orchestrator.intake;

import io.flyball.contract.AdmissionInput;
import io.flyball.contract.AdmissionKind;
import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.RunAdmission;
import io.flyball.contract.RunClosed;
import io.flyball.contract.RunRequest;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.streams.Edges;
import io.flyball.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that may open a run passes here, one after the other. */
public final class AdmissionProcessor implements Processor<String, SpecificRecord, String, SpecificRecord> {
    public static final String FINGERPRINTS = "fingerprints";
    public static final String REQUESTS = "run-requests";

    private static final Logger log = LoggerFactory.getLogger(AdmissionProcessor.class);
    private static final Duration REMEMBER_REQUESTS = Duration.ofHours(24);
    private static final Duration SWEEP = Duration.ofMinutes(1);

    private final AdmissionRules rules;
    private final EventHeaders headers;
    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable KeyValueStore<String, byte[]> fingerprints;
    private @Nullable KeyValueStore<String, byte[]> requests;

    public AdmissionProcessor(AdmissionRules rules, EventHeaders headers) {
        this.rules = rules;
        this.headers = headers;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        context = processorContext;
        fingerprints = processorContext.getStateStore(FINGERPRINTS);
        requests = processorContext.getStateStore(REQUESTS);
        processorContext.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME, now -> sweep(Instant.ofEpochMilli(now)));
    }

    @Override
    public void process(Record<String, SpecificRecord> message) {
        Instant at = Instant.ofEpochMilli(message.timestamp());
        switch (((AdmissionInput) message.value()).getInput()) {
            case Alert alert -> alert(alert, at, message);
            case RunRequest request -> request(request, at, message);
            case RunClosed closed -> closed(closed, at);
            default -> throw new IllegalArgumentException("admission reads no such input");
        }
    }

    private void alert(Alert alert, Instant at, Record<String, SpecificRecord> message) {
        String key = alert.getTenant() + "/" + alert.getFingerprint();
        String agent = rules.agentFor(alert.getName(), alert.getLabels());
        boolean resolved = alert.getStatus() == AlertStatus.RESOLVED;
        switch (rules.decide(known(key), resolved, agent, RunIds.of(alert.getId(), at), at)) {
            case Answer.OpenRun open -> {
                fingerprints().put(key, AdmissionCodec.bytes(new Admission.Open(open.runId(), open.agent())));
                admit(AdmissionMapper.of(alert, AdmissionKind.OPEN, open.runId(), open.agent(), at), message);
            }
            case Answer.JoinRun join ->
                admit(AdmissionMapper.of(alert, AdmissionKind.JOIN, join.runId(), join.agent(), at), message);
            case Answer.Nothing nothing -> log.info("alert {} ({}): {}", alert.getName(), key, nothing.why());
        }
    }

    private void request(RunRequest request, Instant at, Record<String, SpecificRecord> message) {
        byte[] seen = requests().putIfAbsent(request.getRunId(), at.toString().getBytes(StandardCharsets.UTF_8));
        if (seen == null) {
            admit(AdmissionMapper.of(request, at), message);
        } else {
            log.info("run {} was requested already", request.getRunId());
        }
    }

    private void closed(RunClosed closed, Instant at) {
        if (closed.getFingerprint() == null) {
            return;
        }
        String key = closed.getTenant() + "/" + closed.getFingerprint();
        Admission next = rules.closed(known(key), closed.getRunId(), at);
        if (next != null) {
            fingerprints().put(key, AdmissionCodec.bytes(next));
        }
    }

    private void admit(RunAdmission admission, Record<String, SpecificRecord> message) {
        var own = headers.of(admission.getRunId(), admission, admission.getAdmittedAt());
        var trace = message.headers().lastHeader("traceparent");
        if (trace != null) {
            own.remove("traceparent").add(trace);
        }
        Objects.requireNonNull(context)
                .forward(
                        new Record<>(admission.getRunId(), admission, message.timestamp(), own),
                        Edges.sinkName(Topics.RUN_ADMISSIONS));
    }

    /** What nobody will ask for again is dropped, so that the stores do not grow for ever. */
    private void sweep(Instant now) {
        drop(
                fingerprints(),
                value -> AdmissionCodec.admission(value) instanceof Admission.Cooling cooling
                        && now.isAfter(cooling.until()));
        drop(
                requests(),
                value -> now.isAfter(
                        Instant.parse(new String(value, StandardCharsets.UTF_8)).plus(REMEMBER_REQUESTS)));
    }

    private static void drop(KeyValueStore<String, byte[]> store, java.util.function.Predicate<byte[]> over) {
        List<String> gone = new ArrayList<>();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> {
                if (over.test(entry.value)) {
                    gone.add(entry.key);
                }
            });
        }
        gone.forEach(store::delete);
    }

    private @Nullable Admission known(String key) {
        byte[] bytes = fingerprints().get(key);
        return bytes == null ? null : AdmissionCodec.admission(bytes);
    }

    private KeyValueStore<String, byte[]> fingerprints() {
        return Objects.requireNonNull(fingerprints);
    }

    private KeyValueStore<String, byte[]> requests() {
        return Objects.requireNonNull(requests);
    }
}
