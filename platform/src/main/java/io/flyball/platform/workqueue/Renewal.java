package io.flyball.platform.workqueue;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the broker's lock on a record that is worked on. */
final class Renewal {
    private static final Logger log = LoggerFactory.getLogger(Renewal.class);

    /** A renewed record comes back with the next poll; this is patience enough. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final KafkaShareConsumer<byte[], byte[]> consumer;
    private final String group;

    Renewal(KafkaShareConsumer<byte[], byte[]> consumer, String group) {
        this.consumer = consumer;
        this.group = group;
    }

    /**
     * A renewed record comes back from the next poll, so that it can be acknowledged once more. One that the broker does not
     * renew, because it was started anew, never comes.
     *
     * @return whether the record is still held
     */
    boolean of(ConsumerRecord<byte[], byte[]> message) {
        try {
            consumer.acknowledge(message, AcknowledgeType.RENEW);
            return consumer.commitSync().values().stream().noneMatch(Optional::isPresent) && comesBack(message);
        } catch (RuntimeException e) {
            log.warn("a lock of {} could not be renewed: {}", group, e.toString());
            return false;
        }
    }

    private boolean comesBack(ConsumerRecord<byte[], byte[]> message) {
        boolean back = false;
        long asked = System.nanoTime();
        while (!back && System.nanoTime() - asked < AT_ONCE.toNanos()) {
            for (ConsumerRecord<byte[], byte[]> handed : consumer.poll(Worker.POLL)) {
                back |= handed.offset() == message.offset();
                if (handed.offset() != message.offset()) {
                    consumer.acknowledge(handed, AcknowledgeType.RELEASE);
                }
            }
        }
        return back;
    }
}
