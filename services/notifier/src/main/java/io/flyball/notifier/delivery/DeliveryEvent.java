package io.flyball.notifier.delivery;

import java.time.Instant;

/** What happens to a delivery. */
public sealed interface DeliveryEvent {
    Instant at();

    /**
     * Chance is handed in, between 0 and 1, so that deliveries that failed together are not tried together again.
     */
    double chance();

    /** Time was looked at. */
    record TimePassed(Instant at, double chance) implements DeliveryEvent {}

    /** An attempt ended. */
    record Answered(String channel, int attempt, Answer answer, Instant at, double chance) implements DeliveryEvent {}
}
