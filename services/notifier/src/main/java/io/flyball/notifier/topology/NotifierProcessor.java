package io.flyball.notifier.topology;

import io.flyball.contract.DeliveryStatus;
import io.flyball.contract.NotificationReceipt;
import io.flyball.notifier.delivery.DeliveryCommand;
import io.flyball.notifier.delivery.DeliveryEvent;
import io.flyball.notifier.delivery.DeliveryMachine;
import io.flyball.notifier.message.Message;
import io.flyball.notifier.message.Routing;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.streams.Edges;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.schemas.Topics;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One task's deliveries: what is pending stands in the store, so that a restart goes on trying. */
final class NotifierProcessor implements Processor<String, SpecificRecord, String, SpecificRecord> {
    static final String DELIVERIES = "deliveries";

    private static final Logger log = LoggerFactory.getLogger(NotifierProcessor.class);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final MessageMapper messages;
    private final Routing routing;
    private final DeliveryMachine machine;
    private final Attempts attempts;
    private final Telemetry telemetry;
    private final EventHeaders headers;
    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable KeyValueStore<String, byte[]> store;

    NotifierProcessor(
            MessageMapper messages,
            Routing routing,
            DeliveryMachine machine,
            Attempts attempts,
            Telemetry telemetry,
            EventHeaders headers) {
        this.messages = messages;
        this.routing = routing;
        this.machine = machine;
        this.attempts = attempts;
        this.telemetry = telemetry;
        this.headers = headers;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        context = processorContext;
        store = processorContext.getStateStore(DELIVERIES);
        processorContext.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, now -> look(Instant.ofEpochMilli(now)));
    }

    @Override
    public void process(Record<String, SpecificRecord> message) {
        Message told = messages.message(message.value());
        Instant now = Instant.ofEpochMilli(Objects.requireNonNull(context).currentSystemTimeMs());
        try (Scope _ = telemetry.extract(message.headers()).makeCurrent()) {
            for (String channel : routing.channels(told, attempts.channels())) {
                ask(message.key(), told, channel, Telemetry.currentTraceparent(), now);
            }
        }
    }

    private void ask(String key, Message message, String channel, String traceparent, Instant now) {
        String id = message.tenant() + "/" + message.dedupKey() + "/" + channel;
        byte[] known = store().get(id);
        StoredDelivery delivery = known == null
                ? new StoredDelivery(
                        StoredDelivery.VERSION,
                        key,
                        message,
                        channel,
                        traceparent,
                        new io.flyball.notifier.delivery.DeliveryState.Pending(0, now, now))
                : DeliveryCodec.delivery(known);
        apply(id, delivery, known == null, new DeliveryEvent.Asked(now));
    }

    /** First what has ended, then what is due. */
    private void look(Instant now) {
        attempts.drain().forEach(ended -> {
            byte[] known = store().get(ended.id());
            if (known != null) {
                apply(ended.id(), DeliveryCodec.delivery(known), false, ended.event());
            }
        });
        List<KeyValue<String, byte[]>> all = new ArrayList<>();
        try (var entries = store().all()) {
            entries.forEachRemaining(all::add);
        }
        all.forEach(entry ->
                apply(entry.key, DeliveryCodec.delivery(entry.value), false, new DeliveryEvent.TimePassed(now)));
    }

    private void apply(String id, StoredDelivery delivery, boolean fresh, DeliveryEvent event) {
        var decision = machine.decide(fresh ? null : delivery.state(), event);
        if (decision.next() != null && (fresh || !decision.next().equals(delivery.state()))) {
            log.debug("{}: {}", id, decision.why());
            store().put(id, DeliveryCodec.bytes(delivery.in(decision.next())));
        }
        decision.commands().forEach(command -> perform(id, delivery, command, event.at()));
    }

    private void perform(String id, StoredDelivery delivery, DeliveryCommand command, Instant at) {
        switch (command) {
            case DeliveryCommand.Attempt _ -> attempts.begin(id, delivery);
            case DeliveryCommand.TellDelivered told ->
                receipt(delivery, DeliveryStatus.DELIVERED, told.attempts(), told.detail(), at);
            case DeliveryCommand.TellFailed told -> {
                log.warn("{} cannot be told by {}: {}", delivery.message().kind(), delivery.channel(), told.why());
                receipt(delivery, DeliveryStatus.FAILED, told.attempts(), told.why(), at);
                routing.after(delivery.channel(), attempts.channels())
                        .ifPresent(next -> ask(delivery.key(), delivery.message(), next, delivery.traceparent(), at));
            }
            case DeliveryCommand.Forget _ -> store().delete(id);
        }
    }

    private void receipt(StoredDelivery delivery, DeliveryStatus status, int tries, String detail, Instant at) {
        Message message = delivery.message();
        NotificationReceipt receipt = NotificationReceipt.newBuilder()
                .setId(message.id() + ":" + delivery.channel())
                .setNotificationId(message.id())
                .setTenant(message.tenant())
                .setSubject(message.subject())
                .setChannel(delivery.channel())
                .setStatus(status)
                .setAttempts(tries)
                .setDetail(detail)
                .setAt(at)
                .build();
        try (Scope _ = Telemetry.fromTraceparent(delivery.traceparent()).makeCurrent()) {
            Objects.requireNonNull(context)
                    .forward(
                            new Record<>(
                                    delivery.key(), receipt, at.toEpochMilli(), headers.of(delivery.key(), receipt, at)),
                            Edges.sinkName(Topics.NOTIFICATION_RECEIPTS));
        }
    }

    private KeyValueStore<String, byte[]> store() {
        return Objects.requireNonNull(store);
    }
}
