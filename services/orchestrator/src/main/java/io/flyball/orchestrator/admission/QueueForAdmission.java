package io.flyball.orchestrator.admission;

import io.flyball.contract.AdmissionInput;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.streams.StreamEnds;
import io.flyball.schemas.Topics;
import java.time.Instant;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Puts alerts and requests into the one queue of admission; their headers, and so their trace, go along. */
public final class QueueForAdmission implements Processor<String, SpecificRecord, String, SpecificRecord> {
    private final EventHeaders headers;
    private @Nullable ProcessorContext<String, SpecificRecord> context;

    public QueueForAdmission(EventHeaders headers) {
        this.headers = headers;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<String, SpecificRecord> message) {
        AdmissionInput input = new AdmissionInput(message.value());
        // The engine's own clock: what time the sender claims says nothing about when it reached the queue.
        long queuedAt = Objects.requireNonNull(context).currentSystemTimeMs();
        var own = headers.of(message.key(), input, Instant.ofEpochMilli(queuedAt));
        var trace = message.headers().lastHeader("traceparent");
        if (trace != null) {
            own.remove("traceparent").add(trace);
        }
        Objects.requireNonNull(context)
                .forward(
                        new Record<>(message.key(), input, queuedAt, own),
                        StreamEnds.sinkName(Topics.ADMISSION_INPUTS));
    }
}
