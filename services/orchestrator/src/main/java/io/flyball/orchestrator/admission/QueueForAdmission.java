package io.flyball.orchestrator.admission;

import io.flyball.contract.AdmissionInput;
import io.flyball.orchestrator.entrance.Entrance;
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

/** Puts alerts, requests and deployments that make sense into the one queue of admission; their headers, and so their trace, go along. */
public final class QueueForAdmission implements Processor<String, SpecificRecord, String, SpecificRecord> {
    private final EventHeaders headers;
    private final Entrance entrance;
    private @Nullable ProcessorContext<String, SpecificRecord> context;

    public QueueForAdmission(EventHeaders headers, Entrance entrance) {
        this.headers = headers;
        this.entrance = entrance;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<String, SpecificRecord> message) {
        var out = Objects.requireNonNull(context);
        Instant now = Instant.ofEpochMilli(out.currentSystemTimeMs());
        String place = out.recordMetadata()
                .map(at -> at.topic() + ", partition " + at.partition() + ", offset " + at.offset())
                .orElse("its topic");
        AdmissionInput input = new AdmissionInput(entrance.pass(message.value(), place, now));
        // The engine's own clock: what time the sender claims says nothing about when it reached the queue.
        var own = headers.of(message.key(), input, now);
        var trace = message.headers().lastHeader("traceparent");
        if (trace != null) {
            own.remove("traceparent").add(trace);
        }
        out.forward(
                new Record<>(message.key(), input, now.toEpochMilli(), own),
                StreamEnds.sinkName(Topics.ADMISSION_INPUTS));
    }
}
