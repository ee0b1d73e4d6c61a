package io.flyball.notifier.topology;

import io.flyball.contract.NotificationReceipt;
import io.flyball.notifier.delivery.DeliveryCommand.ReportDelivered;
import io.flyball.notifier.delivery.DeliveryCommand.ReportFailed;
import io.flyball.notifier.message.Message;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.streams.StreamEnds;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.schemas.Topics;
import io.opentelemetry.context.Scope;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Forwards receipts, in the trace of their message. */
final class Receipts {
    private final EventHeaders headers;
    private final Telemetry telemetry;

    Receipts(EventHeaders headers, Telemetry telemetry) {
        this.headers = headers;
        this.telemetry = telemetry;
    }

    /** The trace that a record came with, to be kept; empty if it came with none. */
    String traceparent(Headers incoming) {
        try (Scope _ = telemetry.extract(incoming).makeCurrent()) {
            return Telemetry.currentTraceparent();
        }
    }

    void delivered(
            ProcessorContext<String, SpecificRecord> context,
            StoredDelivery delivery,
            ReportDelivered report,
            Instant at) {
        forward(context, ReceiptMapper.delivered(delivery.message(), report, at), delivery.traceparent(), at);
    }

    void failed(
            ProcessorContext<String, SpecificRecord> context,
            StoredDelivery delivery,
            ReportFailed report,
            Instant at) {
        forward(context, ReceiptMapper.failed(delivery.message(), report, at), delivery.traceparent(), at);
    }

    void suppressed(
            ProcessorContext<String, SpecificRecord> context,
            Message message,
            String traceparent,
            String channel,
            String why,
            Instant at) {
        forward(context, ReceiptMapper.suppressed(message, channel, why, at), traceparent, at);
    }

    private void forward(
            ProcessorContext<String, SpecificRecord> context,
            NotificationReceipt receipt,
            String traceparent,
            Instant at) {
        String key = receipt.getSubject();
        try (Scope _ = Telemetry.fromTraceparent(traceparent).makeCurrent()) {
            context.forward(
                    new Record<>(key, receipt, at.toEpochMilli(), headers.of(key, receipt, at)),
                    StreamEnds.sinkName(Topics.NOTIFICATION_RECEIPTS));
        }
    }
}
