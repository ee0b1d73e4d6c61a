package io.flyball.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can happen to a delivery. */
public sealed interface DeliveryEvent {
    Instant at();

    /** It is asked for, perhaps once more. */
    record Asked(Instant at) implements DeliveryEvent {}

    /** The channel took it. */
    record Taken(String detail, Instant at) implements DeliveryEvent {}

    /**
     * The channel did not take it.
     *
     * @param permanent whether trying again is useless
     * @param retryAfter how long the channel asks to wait; null if it does not say
     * @param jitter from 0 to 1, so that many do not come back at once
     */
    record NotTaken(String why, boolean permanent, @Nullable Duration retryAfter, double jitter, Instant at)
            implements DeliveryEvent {}

    /** Time has passed. */
    record TimePassed(Instant at) implements DeliveryEvent {}
}
