package io.flyball.platform.workqueue;

import java.time.Duration;

/**
 * How a share group works on a topic.
 *
 * @param topic what is read
 * @param group the share group; all replicas of a service share it
 * @param workers how many records this process works on at once
 * @param lock how long Kafka keeps a record from others without a sign of life; renewed at a third of it
 * @param deliveryLimit after this many deliveries a record becomes a dead letter
 */
public record WorkQueueSettings(String topic, String group, int workers, Duration lock, int deliveryLimit) {

    public WorkQueueSettings {
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1");
        }
        if (deliveryLimit < 2) {
            throw new IllegalArgumentException("deliveryLimit must be at least 2");
        }
    }

    /** How often a running record's lock is renewed. */
    Duration renewal() {
        return lock.dividedBy(3);
    }
}
