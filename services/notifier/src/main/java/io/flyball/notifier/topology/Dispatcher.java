package io.flyball.notifier.topology;

import io.flyball.notifier.channel.Channel;
import io.flyball.notifier.delivery.Answer;
import io.flyball.notifier.message.Message;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends, without holding up the stream thread, and not too much at once to one channel. */
final class Dispatcher {
    private final Function<String, @Nullable Channel> channels;
    private final NotifySpans spans;
    private final int mostAtOnce;
    private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();

    Dispatcher(Function<String, @Nullable Channel> channels, NotifySpans spans, int mostAtOnce) {
        this.channels = channels;
        this.spans = spans;
        this.mostAtOnce = mostAtOnce;
    }

    /** Whether an attempt may begin now. What is urgent always may. */
    boolean hasRoom(Message message, String channel) {
        return message.urgent() || underWay(channel).get() < mostAtOnce;
    }

    /** One attempt, as a span in the message's trace. */
    CompletableFuture<Answer> send(StoredDelivery delivery, String channel, int attempt) {
        Message message = delivery.message();
        Channel way = channels.apply(channel);
        if (way == null) {
            return CompletableFuture.completedFuture(new Answer.Never("no channel of that name is configured"));
        }
        AtomicInteger count = underWay(channel);
        if (!message.urgent()) {
            count.incrementAndGet();
        }
        return spans.around(delivery, channel, attempt, () -> way.send(message)).whenComplete((_, _) -> {
            if (!message.urgent()) {
                count.decrementAndGet();
            }
        });
    }

    private AtomicInteger underWay(String channel) {
        return underWay.computeIfAbsent(channel, _ -> new AtomicInteger());
    }
}
