package io.flyball.notifier.topology;

import io.flyball.notifier.delivery.DeliveryState;
import io.flyball.notifier.message.Message;

/**
 * What the store keeps of one message on one channel.
 *
 * @param version form of this record
 * @param key of the record that asked for it
 * @param traceparent where its trace goes on
 */
record StoredDelivery(
        int version, String key, Message message, String channel, String traceparent, DeliveryState state) {
    static final int VERSION = 1;

    StoredDelivery in(DeliveryState next) {
        return new StoredDelivery(VERSION, key, message, channel, traceparent, next);
    }
}
