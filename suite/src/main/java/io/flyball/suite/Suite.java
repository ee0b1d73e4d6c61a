package io.flyball.suite;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;

/** The services of this JVM, each in a Spring context of its own. */
final class Suite {
    private final Map<String, ConfigurableApplicationContext> contexts = new ConcurrentHashMap<>();
    private final Semaphore turns;

    /** @param sideBySide how many services start at the same time */
    Suite(int sideBySide) {
        turns = new Semaphore(sideBySide);
    }

    /**
     * Starts them and returns when all have started.
     *
     * @param onStart told of each, one at a time
     * @throws ServiceFailed as soon as one does not start
     */
    void start(List<ServiceStart> starts, Consumer<Started> onStart) throws InterruptedException {
        var finished = new LinkedBlockingQueue<Future<Started>>();
        for (var start : starts) {
            new ExecutorCompletionService<>(work -> ServiceThreads.start(start.name(), work), finished)
                    .submit(() -> start(start));
        }
        for (var _ : starts) {
            onStart.accept(result(finished.take()));
        }
    }

    private Started start(ServiceStart start) throws InterruptedException {
        turns.acquire();
        try {
            var began = System.nanoTime();
            contexts.put(start.name(), Entry.start(start));
            return new Started(start.name(), Duration.ofNanos(System.nanoTime() - began));
        } finally {
            turns.release();
        }
    }

    private static Started result(Future<Started> finished) throws InterruptedException {
        try {
            return finished.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ServiceFailed failed ? failed : new IllegalStateException(e.getCause());
        }
    }

    /**
     * Ends all services: the console first, so that nothing more comes in, then the others side by side.
     *
     * @return the services that have not ended in time
     */
    List<String> end(Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        Ending.of(contexts, name -> name.equals("console")).await(deadline);
        Ending.of(contexts, name -> !name.equals("console")).await(deadline);
        return List.copyOf(contexts.keySet());
    }
}
