package io.flyball.cli.access;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.output.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Listens to one stream of events on a thread of its own, and goes on where it was when the connection breaks. */
public final class EventFeed implements AutoCloseable {
    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final int PATIENCE = 40;

    private final Console console;
    private final String path;
    private final Consumer<Happening> listener;
    private final Thread thread;
    private String lastId = "";
    private int failures;
    private volatile boolean closed;

    private EventFeed(Console console, String path, Consumer<Happening> listener) {
        this.console = console;
        this.path = path;
        this.listener = listener;
        thread = Thread.ofVirtual().name("event-feed").unstarted(this::listen);
    }

    /** What a listener is told, on the feed's thread. */
    public sealed interface Happening {}

    /** Something happened in the suite. */
    public record Happened(String name, JsonNode data) implements Happening {}

    /** The stream is complete: nothing will follow. */
    public record Complete() implements Happening {}

    /** The console was away for too long. */
    public record Lost(CommandFailed why) implements Happening {}

    /** Begins to listen. */
    public static EventFeed open(Console console, String path, Consumer<Happening> listener) {
        EventFeed feed = new EventFeed(console, path, listener);
        feed.thread.start();
        return feed;
    }

    private void listen() {
        try {
            Optional<Happening> end = Optional.empty();
            while (end.isEmpty()) {
                end = once();
            }
            tell(end.get());
        } catch (InterruptedException _) {
            // Closed: nobody listens any more.
        }
    }

    /** Listens until the stream breaks or ends; empty means to try again. */
    private Optional<Happening> once() throws InterruptedException {
        try {
            HttpResponse<InputStream> response = console.stream(path, lastId);
            if (response.statusCode() == 204) {
                return Optional.of(new Complete());
            }
            read(response.body());
            failures++;
        } catch (CommandFailed e) {
            failures++;
            if (isHopeless(e)) {
                return Optional.of(new Lost(e));
            }
        } catch (IOException _) {
            failures++;
        }
        Thread.sleep(failures > 1 ? AGAIN : Duration.ZERO);
        return Optional.empty();
    }

    private void read(InputStream body) throws IOException {
        try (ServerSentEvents events = new ServerSentEvents(body, lastId)) {
            for (var event = events.next(); event.isPresent(); event = events.next()) {
                failures = 0;
                lastId = event.get().id();
                tell(new Happened(event.get().name(), Json.parse(event.get().data())));
            }
        }
    }

    /** A console that is away for twenty seconds may still come back; one that refuses will not change its mind. */
    private boolean isHopeless(CommandFailed failure) {
        return switch (failure.exitCode()) {
            case UNREACHABLE, FAILED -> failures > PATIENCE;
            case OK, USAGE, NOT_FOUND, REFUSED, NOT_ALLOWED, TIMED_OUT, NOT_RESOLVED, INTERRUPTED -> true;
        };
    }

    private void tell(Happening happening) {
        if (!closed) {
            listener.accept(happening);
        }
    }

    /** Whether the thread has ended. */
    boolean isOver() {
        return !thread.isAlive();
    }

    /** Nothing is told any more. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
