package io.flyball.orchestrator.admission;

import io.flyball.contract.AdmissionInput;
import io.flyball.orchestrator.entrance.Entrance;
import io.flyball.platform.publish.EventHeaders;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Makes inputs of admission out of alerts, requests and deployments that make sense. */
final class AdmissionInputs {
    private static final String TRACE = "traceparent";

    private final Entrance entrance;
    private final EventHeaders headers;

    AdmissionInputs(Entrance entrance, EventHeaders headers) {
        this.entrance = entrance;
        this.headers = headers;
    }

    /** What the message brings to admission; one that has queued is an input already. */
    AdmissionInput input(Record<String, SpecificRecord> message, ProcessorContext<?, ?> context, Instant now) {
        if (message.value() instanceof AdmissionInput queued) {
            return queued;
        }
        String place = context.recordMetadata()
                .map(at -> at.topic() + ", partition " + at.partition() + ", offset " + at.offset())
                .orElse("its topic");
        return new AdmissionInput(entrance.pass(message.value(), place, now));
    }

    /** The input for the queue; the message's trace goes along. */
    Record<String, SpecificRecord> queued(Record<String, SpecificRecord> message, AdmissionInput input, Instant now) {
        // The engine's own clock: what time the sender claims says nothing about when it reached the queue.
        Headers own = headers.of(message.key(), input, now);
        var trace = message.headers().lastHeader(TRACE);
        if (trace != null) {
            own.remove(TRACE).add(trace);
        }
        return new Record<>(message.key(), input, now.toEpochMilli(), own);
    }
}
