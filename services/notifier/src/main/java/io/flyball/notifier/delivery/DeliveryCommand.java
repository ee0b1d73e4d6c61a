package io.flyball.notifier.delivery;

/** What the shell is told to do. */
public sealed interface DeliveryCommand {

    /** Tell that the channel took it. */
    record TellDelivered(int attempts, String detail) implements DeliveryCommand {}

    /** Tell that the channel was given up, and try the next one. */
    record TellFailed(int attempts, String why) implements DeliveryCommand {}

    /** Try it now. */
    record Attempt() implements DeliveryCommand {}

    /** Drop what is kept of it. */
    record Forget() implements DeliveryCommand {}
}
