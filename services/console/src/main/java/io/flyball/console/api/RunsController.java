package io.flyball.console.api;

import io.flyball.console.door.BadBody;
import io.flyball.console.door.Refusal;
import io.flyball.console.door.TimeOrderedIds;
import io.flyball.console.readmodel.ChangeFeed;
import io.flyball.console.readmodel.EventView;
import io.flyball.console.readmodel.Lookup;
import io.flyball.console.readmodel.RunView;
import io.flyball.console.readmodel.Runs;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Runs, as lists, one by one, and live. */
@RestController
@RequestMapping("/api/runs")
final class RunsController {
    private static final int MOST = 2_000;
    private static final Duration YOUNG = Duration.ofSeconds(10);
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int LOOKS = 20;

    private final Runs runs;
    private final ChangeFeed feed;
    private final Lookup lookup;
    private final Clock clock;

    RunsController(Runs runs, ChangeFeed feed, Lookup lookup, Clock clock) {
        this.runs = runs;
        this.feed = feed;
        this.lookup = lookup;
        this.clock = clock;
    }

    @GetMapping
    List<?> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "false") boolean summary) {
        if (limit < 1 || limit > MOST) {
            throw BadBody.at("?limit", "1 to " + MOST, Integer.toString(limit));
        }
        Predicate<RunView> filter =
                RunQuery.withStatus(status).and(run -> run.id().startsWith(id));
        return runs.list(filter, limit).stream()
                .map(run -> summary ? run.summary() : new RunListItem(run.withoutOutputs(), runs.receipts(run.id())))
                .toList();
    }

    /** A run that another replica has just accepted shows here a moment later: that moment is waited for. */
    @GetMapping("/{id}")
    Mono<RunDocument> one(@PathVariable String id) {
        return Mono.fromSupplier(() -> document(id))
                .retryWhen(Retry.fixedDelay(LOOKS, BETWEEN)
                        .filter(failure -> failure instanceof Refusal refusal
                                && refusal.isNotFound()
                                && TimeOrderedIds.isYoungerThan(id, YOUNG, clock.instant()))
                        .onRetryExhaustedThrow((_, last) -> last.failure()));
    }

    private RunDocument document(String id) {
        RunView run = lookup.run(id);
        return new RunDocument(run, runs.receipts(id), runs.eventsAfter(id, 0));
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<Flux<ServerSentEvent<Object>>> events(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastId,
            @RequestParam(defaultValue = "0") long after) {
        RunView run = lookup.run(id);
        long read = lastId != null && lastId.matches("[0-9]{1,18}") ? Long.parseLong(lastId) : after;
        if (runs.isComplete(run.id(), read)) {
            // Tells a browser not to come again.
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.ok(Flux.defer(() -> history(id, new AtomicLong(read))));
    }

    /** Until nothing more can be expected. What happens after a run's end, a joining alert for example, is told too. */
    private Flux<ServerSentEvent<Object>> history(String id, AtomicLong read) {
        return LiveStream.of(feed, () -> {
                    List<EventView> news = runs.eventsAfter(id, read.get());
                    news.forEach(event -> read.set(event.sequence()));
                    return news.stream().map(RunsController::event).toList();
                })
                .takeUntil(event ->
                        runs.isComplete(id, event.data() instanceof EventView it ? it.sequence() : read.get()));
    }

    private static ServerSentEvent<Object> event(EventView event) {
        return ServerSentEvent.<Object>builder()
                .id(Long.toString(event.sequence()))
                .event("run-event")
                .data(event)
                .build();
    }
}
