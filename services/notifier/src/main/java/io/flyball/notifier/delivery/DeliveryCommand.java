package io.flyball.notifier.delivery;

/** What is to be done. */
public sealed interface DeliveryCommand {

    /** Begin an attempt. */
    record Send(String channel, int attempt) implements DeliveryCommand {}

    /** Say that the channel has it. */
    record ReportDelivered(String channel, int attempts, String detail) implements DeliveryCommand {}

    /** Say that the channel will not have it. */
    record ReportFailed(String channel, int attempts, String reason) implements DeliveryCommand {}
}
