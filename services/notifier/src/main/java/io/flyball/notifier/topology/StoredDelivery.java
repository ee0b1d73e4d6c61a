package io.flyball.notifier.topology;

import io.flyball.notifier.delivery.DeliveryState;
import io.flyball.notifier.message.Message;

/**
 * A message on its way along one chain.
 *
 * @param traceparent the trace of the record that brought it; empty if it had none
 */
record StoredDelivery(Message message, String traceparent, DeliveryState.Open state) {

    StoredDelivery with(DeliveryState.Open next) {
        return new StoredDelivery(message, traceparent, next);
    }
}
