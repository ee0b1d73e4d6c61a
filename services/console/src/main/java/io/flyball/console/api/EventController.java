package io.flyball.console.api;

import io.flyball.console.readmodel.ChangeFeed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** Everything that changes, live. */
@RestController
final class EventController {
    /** Without an id, so that nobody goes on after it. */
    private static final ServerSentEvent<Object> BEAT =
            ServerSentEvent.builder().event("beat").data(Map.of()).build();

    private final ChangeFeed feed;
    private final Clock clock;

    EventController(ChangeFeed feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> events(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastId) {
        return Flux.defer(() -> {
            Reader reader = new Reader(lastId);
            return LiveStream.of(feed, reader::news, BEAT);
        });
    }

    /** One browser, and how far it has read. */
    private final class Reader {
        private boolean greeted;
        private boolean lost;
        private long read;

        Reader(@Nullable String lastId) {
            long newest = feed.newest();
            long known = lastId == null ? newest : number(lastId);
            lost = known < 0;
            read = lost ? newest : known;
        }

        List<ServerSentEvent<Object>> news() {
            List<ServerSentEvent<Object>> news = new ArrayList<>();
            if (!greeted) {
                greeted = true;
                news.add(event("hello", Map.of("now", clock.instant())));
            }
            switch (feed.after(read)) {
                case ChangeFeed.Page.Changes page ->
                    page.changes().forEach(change -> {
                        read = change.number();
                        news.add(event(change.kind(), change.data()));
                    });
                case ChangeFeed.Page.Missed page -> {
                    read = page.newest();
                    lost = true;
                }
            }
            if (lost) {
                lost = false;
                news.add(event("reset", Map.of("now", clock.instant())));
            }
            return news;
        }

        private ServerSentEvent<Object> event(String name, Object data) {
            return ServerSentEvent.builder()
                    .id(feed.epoch() + "-" + read)
                    .event(name)
                    .data(data)
                    .build();
        }
    }

    /** The number in an id of this process; negative if it is of another. */
    private long number(String id) {
        String prefix = feed.epoch() + "-";
        return id.startsWith(prefix) && id.substring(prefix.length()).matches("[0-9]{1,18}")
                ? Long.parseLong(id.substring(prefix.length()))
                : -1;
    }
}
