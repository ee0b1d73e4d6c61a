package io.flyball.notifier.delivery;

import java.time.Instant;

/** Where one message stands on one channel. */
public sealed interface DeliveryState {

    /** It is to be tried at that time. */
    record Pending(int attempts, Instant since, Instant nextAt) implements DeliveryState {}

    /** The channel took it; remembered so that a repeat is recognised. */
    record Delivered(int attempts, Instant forgetAt) implements DeliveryState {}

    /** The channel would not take it; remembered likewise. */
    record GivenUp(int attempts, String why, Instant forgetAt) implements DeliveryState {}
}
