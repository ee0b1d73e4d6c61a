package io.flyball.notifier.delivery;

import java.time.Instant;

/** Where one message is on its way along one chain. */
public sealed interface DeliveryState {

    /** On its way. */
    sealed interface Open extends DeliveryState {
        /** What is left of its way; the first is the channel that it is at. */
        Chain chain();

        /** When it is to be looked at next. */
        Instant dueAt();
    }

    /**
     * Waits for its next attempt on the chain's first channel.
     *
     * @param attempt the number of the next attempt on this channel, from 1
     * @param giveUpAt no attempt is planned for after this
     */
    record Pending(Chain chain, int attempt, Instant dueAt, Instant giveUpAt) implements Open {}

    /**
     * An attempt is under way; it counts as failed when there is no answer by then, as after a crash.
     *
     * @param attempt its number
     */
    record Sending(Chain chain, int attempt, Instant dueAt, Instant giveUpAt) implements Open {}

    /** A channel has it. */
    record Delivered(String channel, int attempts) implements DeliveryState {}

    /** No channel of the chain took it. */
    record GaveUp(String channel, int attempts, String reason) implements DeliveryState {}
}
