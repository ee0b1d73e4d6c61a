package io.flyball.console.api;

import io.flyball.console.readmodel.ChangeFeed;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Server-sent events from something that is asked what is new, whenever anything may be. A browser that reads slowly gets
 * more at once, later; nothing queues up for it.
 */
final class LiveStream {
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private LiveStream() {}

    private enum Occasion {
        CHANGE,
        SILENCE
    }

    /**
     * A stream that ends with the console. In a silence it carries a comment, which keeps the connection alive and which no page hears.
     *
     * @param news what has not been sent yet; asked by one thread at a time
     */
    static Flux<ServerSentEvent<Object>> of(ChangeFeed feed, Supplier<List<ServerSentEvent<Object>>> news) {
        return of(feed, news, ServerSentEvent.builder().comment("still here").build());
    }

    /** The same, with that in a silence. */
    static Flux<ServerSentEvent<Object>> of(
            ChangeFeed feed, Supplier<List<ServerSentEvent<Object>>> news, ServerSentEvent<Object> beat) {
        Flux<Occasion> changes = feed.numbers().map(_ -> Occasion.CHANGE);
        Flux<Occasion> silences = Flux.interval(SILENCE).map(_ -> Occasion.SILENCE);
        // The first look comes after the subscription to changes, so that none falls between them.
        return Flux.merge(changes, silences, Flux.just(Occasion.CHANGE))
                .takeUntilOther(feed.numbers().then(Mono.just(Occasion.CHANGE)))
                .onBackpressureLatest()
                .publishOn(Schedulers.parallel(), 1)
                .concatMapIterable(occasion -> look(occasion, news.get(), beat), 1);
    }

    /** A connection that is silent looks dead to whoever stands between. */
    private static List<ServerSentEvent<Object>> look(
            Occasion occasion, List<ServerSentEvent<Object>> news, ServerSentEvent<Object> beat) {
        return occasion == Occasion.SILENCE && news.isEmpty() ? List.of(beat) : news;
    }
}
