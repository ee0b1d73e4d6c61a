package io.flyball.suite;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;

/** The services of this JVM, each in a Spring context of its own. */
final class Suite {
    private final Map<String, ConfigurableApplicationContext> contexts = new ConcurrentHashMap<>();

    /**
     * Starts them one after the other and returns when all have started. Side by side they were not quicker on two cores,
     * which the compiler keeps busy, and frameworks that are first used by two at once failed now and then.
     *
     * @param onStart told of each
     * @throws ServiceFailed when one does not start; those after it are not tried
     */
    void start(List<ServiceStart> starts, Consumer<Started> onStart) throws InterruptedException {
        for (var start : starts) {
            var work = new FutureTask<>(() -> start(start));
            ServiceThreads.start(start.name(), work);
            onStart.accept(result(work));
        }
    }

    private Started start(ServiceStart start) {
        var began = System.nanoTime();
        contexts.put(start.name(), Entry.start(start));
        return new Started(start.name(), Duration.ofNanos(System.nanoTime() - began));
    }

    private static Started result(Future<Started> work) throws InterruptedException {
        try {
            return work.get();
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
