package io.flyball.notifier.topology;

import io.flyball.contract.DeliveryStatus;
import io.flyball.contract.NotificationReceipt;
import io.flyball.notifier.delivery.DeliveryCommand.ReportDelivered;
import io.flyball.notifier.delivery.DeliveryCommand.ReportFailed;
import io.flyball.notifier.message.Message;
import java.time.Instant;

/** What became of a message, for agent.notification-receipts. */
final class ReceiptMapper {
    private ReceiptMapper() {}

    static NotificationReceipt delivered(Message message, ReportDelivered report, Instant at) {
        return receipt(message, report.channel(), DeliveryStatus.DELIVERED, report.attempts(), report.detail(), at);
    }

    static NotificationReceipt failed(Message message, ReportFailed report, Instant at) {
        return receipt(message, report.channel(), DeliveryStatus.FAILED, report.attempts(), report.reason(), at);
    }

    static NotificationReceipt suppressed(Message message, String channel, String why, Instant at) {
        return receipt(message, channel, DeliveryStatus.SUPPRESSED, 0, why, at);
    }

    private static NotificationReceipt receipt(
            Message message, String channel, DeliveryStatus status, int attempts, String detail, Instant at) {
        return NotificationReceipt.newBuilder()
                .setId(message.id() + ":" + channel)
                .setNotificationId(message.id())
                .setTenant(message.tenant())
                .setSubject(message.subject())
                .setChannel(channel)
                .setStatus(status)
                .setAttempts(attempts)
                .setDetail(detail)
                .setAt(at)
                .build();
    }
}
