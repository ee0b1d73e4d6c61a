package io.flyball.platform.publish;

import io.flyball.platform.wire.DeadLetters;
import io.flyball.schemas.Topics;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what cannot be read or processed to the dead letters, for readers outside Kafka Streams. */
public final class DeadLetterOffice {
    private static final Logger log = LoggerFactory.getLogger(DeadLetterOffice.class);

    private final DeadLetters letters;
    private final Publisher publisher;

    public DeadLetterOffice(DeadLetters letters, Publisher publisher) {
        this.letters = letters;
        this.publisher = publisher;
    }

    /**
     * Returns once Kafka has the dead letter, so that the reader may go on without losing anything.
     *
     * @throws Exception if Kafka has not acknowledged it; the record must then be read again
     */
    public void accept(ConsumerRecord<byte[], byte[]> record, Throwable why) throws Exception {
        var origin = new DeadLetters.Origin(record.topic(), record.partition(), record.offset(), record.timestamp());
        log.warn("dead letter from {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), why.toString());
        publisher
                .send(
                        Topics.DEAD_LETTERS,
                        DeadLetters.key(record.key()),
                        letters.of(origin, record.key(), record.value(), record.headers(), why))
                .get(20, TimeUnit.SECONDS);
    }
}
