package io.flyball.platform.workqueue;

import io.flyball.platform.log.LogFields;
import io.flyball.platform.publish.DeadLetterOffice;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.RecordTooLarge;
import io.flyball.platform.wire.Unreadable;
import io.flyball.platform.wire.Wire;
import io.opentelemetry.api.trace.SpanKind;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One delivery of one record: read it, do the work inside the record's trace, say how it ended. */
final class Delivery<T extends SpecificRecord> {
    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final WorkQueueSettings settings;
    private final Class<T> type;
    private final Wire wire;
    private final Telemetry telemetry;
    private final DeadLetterOffice deadLetters;
    private final Work<T> work;
    private final int last;

    /** @param last the number of the delivery after which the broker drops a record without a word */
    Delivery(
            WorkQueueSettings settings,
            int last,
            Class<T> type,
            Wire wire,
            Telemetry telemetry,
            DeadLetterOffice deadLetters,
            Work<T> work) {
        this.settings = settings;
        this.last = last;
        this.type = type;
        this.wire = wire;
        this.telemetry = telemetry;
        this.deadLetters = deadLetters;
        this.work = work;
    }

    AcknowledgeType deliver(ConsumerRecord<byte[], byte[]> message) {
        if (deliveries(message) >= last) {
            // Were it lost once more, nobody would ever hear of it.
            return bury(message, new Unreadable("delivered " + last + " times, and whoever held it died"));
        }
        try {
            perform(message, wire.decode(message.topic(), message.value(), type));
            return AcknowledgeType.ACCEPT;
        } catch (Unreadable e) {
            return bury(message, e);
        } catch (Exception e) {
            return failed(message, e);
        }
    }

    private void perform(ConsumerRecord<byte[], byte[]> message, T record) throws Exception {
        try (LogFields _ = LogFields.of(record)) {
            telemetry.inSpan(
                    message.topic() + " process", SpanKind.CONSUMER, telemetry.extract(message.headers()), () -> {
                        work.perform(record);
                        return AcknowledgeType.ACCEPT;
                    });
        }
    }

    private AcknowledgeType failed(ConsumerRecord<byte[], byte[]> message, Exception failure) {
        int deliveries = deliveries(message);
        if (RecordTooLarge.isBehind(failure)) {
            return bury(message, new Unreadable("could be read, but what follows is too large: " + failure, failure));
        }
        if (deliveries >= settings.deliveryLimit()) {
            return bury(message, new Unreadable("gave up after " + deliveries + " deliveries: " + failure, failure));
        }
        log.warn(
                "delivery {} of {}@{} failed, will be delivered again",
                deliveries,
                message.topic(),
                message.offset(),
                failure);
        return AcknowledgeType.RELEASE;
    }

    private static int deliveries(ConsumerRecord<byte[], byte[]> message) {
        return message.deliveryCount().map(Short::intValue).orElse(1);
    }

    private AcknowledgeType bury(ConsumerRecord<byte[], byte[]> message, Unreadable why) {
        try {
            deadLetters.accept(message, why);
            return AcknowledgeType.ACCEPT;
        } catch (Exception e) {
            log.error("no dead letter for {}@{}, will be delivered again", message.topic(), message.offset(), e);
            return AcknowledgeType.RELEASE;
        }
    }
}
