package io.flyball.console.readmodel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * The newest changes, numbered, so that a browser that lost its connection can go on where it was. Numbers begin anew with
 * the process; its epoch tells them apart.
 */
@Component
public final class ChangeFeed implements SmartLifecycle {
    private final int kept;
    private final String epoch = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private final Deque<Change> changes = new ArrayDeque<>();
    private final Sinks.Many<Long> numbers = Sinks.many().multicast().directBestEffort();
    private long newest;
    private boolean running;

    ChangeFeed(ReadModelProperties properties) {
        kept = properties.changes();
    }

    /**
     * A change.
     *
     * @param number ascending by one
     * @param kind run, approval, stop or dead-letter
     * @param data what changed, as it is now
     */
    public record Change(long number, String kind, Object data) {}

    /** What is there after a number. */
    public sealed interface Page {
        /** All of it. */
        record Changes(List<Change> changes) implements Page {}

        /** Not all of it any more; what has been read must be read again, and then goes on after that number. */
        record Missed(long newest) implements Page {}
    }

    synchronized void append(String kind, Object data) {
        newest++;
        changes.addLast(new Change(newest, kind, data));
        if (changes.size() > kept) {
            changes.removeFirst();
        }
        // Inside the lock, because a sink wants one caller at a time; who listens must not work on this thread.
        numbers.tryEmitNext(newest);
    }

    public synchronized Page after(long number) {
        long oldest = newest - changes.size();
        return number < oldest || number > newest
                ? new Page.Missed(newest)
                : new Page.Changes(changes.stream().skip(number - oldest).toList());
    }

    public synchronized long newest() {
        return newest;
    }

    /** What tells this process's numbers from those of another. */
    public String epoch() {
        return epoch;
    }

    /** The number of each change from now on; ends with the console. */
    public Flux<Long> numbers() {
        return numbers.asFlux();
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    /** Ends all streams, so that the server need not wait for browsers that never leave. */
    @Override
    public synchronized void stop() {
        running = false;
        numbers.tryEmitComplete();
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    /** Ends before the server begins to drain. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
