package io.flyball.notifier.topology;

import io.flyball.notifier.channel.Channel;
import io.flyball.notifier.channel.Channel.Answer;
import io.flyball.notifier.delivery.DeliveryEvent;
import io.flyball.platform.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Attempts run beside the stream thread, because a channel may take seconds. What is under way is known here only: after a
 * crash the store says that it is still pending, and it is tried again.
 */
final class Attempts {
    private final Map<String, Channel> channels;
    private final Telemetry telemetry;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Ended> ended = new ConcurrentLinkedQueue<>();

    Attempts(Map<String, Channel> channels, Telemetry telemetry, Clock clock) {
        this.channels = Map.copyOf(channels);
        this.telemetry = telemetry;
        this.clock = clock;
    }

    /** An attempt that has ended. */
    record Ended(String id, DeliveryEvent event) {}

    Set<String> channels() {
        return channels.keySet();
    }

    void begin(String id, StoredDelivery delivery) {
        if (underWay.add(id)) {
            threads.execute(() -> ended.add(new Ended(id, attempt(delivery))));
        }
    }

    /** What has ended since the last time; each is told once. */
    List<Ended> drain() {
        List<Ended> all = new ArrayList<>();
        for (Ended one = ended.poll(); one != null; one = ended.poll()) {
            underWay.remove(one.id());
            all.add(one);
        }
        return all;
    }

    private DeliveryEvent attempt(StoredDelivery delivery) {
        Span span = telemetry
                .tracer()
                .spanBuilder("notify " + delivery.channel())
                .setParent(Telemetry.fromTraceparent(delivery.traceparent()))
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("flyball.message.kind", delivery.message().kind())
                .startSpan();
        try (Scope _ = span.makeCurrent()) {
            return event(answer(delivery));
        } finally {
            span.end();
        }
    }

    private Answer answer(StoredDelivery delivery) {
        Channel channel = channels.get(delivery.channel());
        if (channel == null) {
            return new Answer.Refused("the channel is not configured any more", true, null);
        }
        try {
            return channel.deliver(delivery.message());
        } catch (RuntimeException e) {
            return new Answer.Refused("the channel itself failed: " + e, false, null);
        }
    }

    private DeliveryEvent event(Answer answer) {
        return switch (answer) {
            case Answer.Took took -> new DeliveryEvent.Taken(took.detail(), clock.instant());
            case Answer.Refused refused ->
                new DeliveryEvent.NotTaken(
                        refused.why(),
                        refused.permanent(),
                        refused.retryAfter(),
                        ThreadLocalRandom.current().nextDouble(),
                        clock.instant());
        };
    }
}
