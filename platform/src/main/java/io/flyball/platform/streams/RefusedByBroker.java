package io.flyball.platform.streams;

import io.flyball.platform.wire.RecordSizes;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Kafka Streams asks when the broker did not take a record. The transaction is lost then in any case. If the record was too large for its
 * topic, that is remembered: when its cause is read again, the processor finds it too large before it is sent, and the cause goes to the
 * dead letters.
 */
public final class RefusedByBroker implements ProductionExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(RefusedByBroker.class);

    private RecordSizes sizes = new RecordSizes();

    @Override
    public void configure(Map<String, ?> settings) {
        sizes = ToDeadLetters.sizes(Map.copyOf(settings));
    }

    @Override
    public Response handleError(ErrorHandlerContext at, ProducerRecord<byte[], byte[]> record, Exception failure) {
        if (failure instanceof RecordTooLargeException) {
            long bytes = RecordSizes.of(record.key(), record.value(), record.headers());
            log.error(
                    "{} does not take records of {} bytes: give it a max.message.bytes of at least 1 MiB",
                    record.topic(),
                    bytes);
            sizes.refused(record.topic(), bytes);
        }
        return Response.fail();
    }
}
