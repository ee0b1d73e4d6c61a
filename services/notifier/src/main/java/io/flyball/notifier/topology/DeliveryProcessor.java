package io.flyball.notifier.topology;

import io.flyball.notifier.delivery.Answer;
import io.flyball.notifier.delivery.Chain;
import io.flyball.notifier.delivery.Decision;
import io.flyball.notifier.delivery.DeliveryCommand;
import io.flyball.notifier.delivery.DeliveryEvent;
import io.flyball.notifier.delivery.DeliveryMachine;
import io.flyball.notifier.delivery.DeliveryState;
import io.flyball.notifier.delivery.Reception;
import io.flyball.notifier.message.Message;
import io.flyball.notifier.routing.Routing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partition's deliveries. Attempts run beside; their answers wait in a queue until the stream thread looks, which alone
 * touches the stores. What a crash interrupts is found in the store and sent again.
 */
final class DeliveryProcessor implements Processor<String, SpecificRecord, String, SpecificRecord> {
    private static final Logger log = LoggerFactory.getLogger(DeliveryProcessor.class);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final MessageMapper mapper;
    private final Routing routing;
    private final DeliveryMachine machine;
    private final Dispatcher dispatcher;
    private final Receipts receipts;
    private final Queue<Arrived> arrived = new ConcurrentLinkedQueue<>();
    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable Deliveries deliveries;

    DeliveryProcessor(
            MessageMapper mapper, Routing routing, DeliveryMachine machine, Dispatcher dispatcher, Receipts receipts) {
        this.mapper = mapper;
        this.routing = routing;
        this.machine = machine;
        this.dispatcher = dispatcher;
        this.receipts = receipts;
    }

    /** The answer to an attempt, on its way to the stream thread. */
    private record Arrived(String key, String channel, int attempt, Answer answer) {}

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        context = processorContext;
        deliveries = new Deliveries(
                processorContext.getStateStore(Deliveries.OPEN), processorContext.getStateStore(Deliveries.TOLD));
        processorContext.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, now -> look(Instant.ofEpochMilli(now)));
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        mapper.message(record.value())
                .ifPresent(message -> receive(message, receipts.traceparent(record.headers()), now));
    }

    private void receive(Message message, String traceparent, Instant now) {
        List<Chain> chains = routing.chains(message);
        switch (Reception.of(message, deliveries().told(message.repeatKey(), now), now)) {
            case Reception.Tell _ -> {
                deliveries().remember(message.repeatKey(), message.id(), now);
                chains.forEach(chain -> begin(message, traceparent, chain, now));
            }
            case Reception.Suppress suppress -> {
                log.info("{} is not told: {}", message.id(), suppress.why());
                chains.forEach(chain ->
                        receipts.suppressed(context(), message, traceparent, chain.first(), suppress.why(), now));
            }
            case Reception.Ignore ignore -> log.debug("{}: {}", message.id(), ignore.why());
        }
    }

    private void begin(Message message, String traceparent, Chain chain, Instant now) {
        String key = Deliveries.key(message.id(), chain.first());
        deliveries().put(key, new StoredDelivery(message, traceparent, DeliveryMachine.begin(chain, now)));
        tryNow(key, now);
    }

    private void look(Instant now) {
        for (Arrived answer = arrived.poll(); answer != null; answer = arrived.poll()) {
            apply(
                    answer.key(),
                    new DeliveryEvent.Answered(answer.channel(), answer.attempt(), answer.answer(), now, chance()));
        }
        deliveries().due(now).forEach(key -> tryNow(key, now));
    }

    private void tryNow(String key, Instant now) {
        deliveries()
                .find(key)
                .filter(d -> d.state() instanceof DeliveryState.Sending
                        || dispatcher.hasRoom(d.message(), d.state().chain().first()))
                .ifPresent(_ -> apply(key, new DeliveryEvent.TimePassed(now, chance())));
    }

    private void apply(String key, DeliveryEvent event) {
        deliveries().find(key).ifPresent(delivery -> {
            Decision decision = machine.decide(delivery.state(), event);
            log.debug("{} -> {}", delivery.message().id(), decision.why());
            switch (decision.next()) {
                case DeliveryState.Open open -> deliveries().put(key, delivery.with(open));
                case DeliveryState.Delivered _ -> deliveries().remove(key);
                case DeliveryState.GaveUp gaveUp -> {
                    log.error("{} reached nobody: {}", delivery.message().id(), gaveUp.reason());
                    deliveries().remove(key);
                }
            }
            decision.commands().forEach(command -> perform(key, delivery, command, event.at()));
        });
    }

    private void perform(String key, StoredDelivery delivery, DeliveryCommand command, Instant at) {
        switch (command) {
            case DeliveryCommand.Send send ->
                dispatcher
                        .send(delivery, send.channel(), send.attempt())
                        .thenAccept(answer -> arrived.add(new Arrived(key, send.channel(), send.attempt(), answer)));
            case DeliveryCommand.ReportDelivered report -> receipts.delivered(context(), delivery, report, at);
            case DeliveryCommand.ReportFailed report -> {
                log.warn(
                        "{}: {} does not take it after {} attempts: {}",
                        delivery.message().id(),
                        report.channel(),
                        report.attempts(),
                        report.reason());
                receipts.failed(context(), delivery, report, at);
            }
        }
    }

    private static double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }

    private ProcessorContext<String, SpecificRecord> context() {
        return Objects.requireNonNull(context);
    }

    private Deliveries deliveries() {
        return Objects.requireNonNull(deliveries);
    }
}
