package io.flyball.cli.stack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes that a record names, each only if it is still the one that was meant. */
final class Leftovers {
    private Leftovers() {}

    /** Asks them to end, and ends by force those that have not after the patience. */
    static void end(List<ProcessMark> marks, Duration patience) throws InterruptedException {
        var living = marks.stream()
                .map(ProcessMark::process)
                .flatMap(Optional::stream)
                .toList();
        living.forEach(ProcessHandle::destroy);
        awaitEnd(living, patience);
        living.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(living, patience);
    }

    private static void awaitEnd(List<ProcessHandle> processes, Duration patience) throws InterruptedException {
        var ends = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            // What lives on is ended by force, or told.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
