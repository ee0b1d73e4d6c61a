package io.flyball.suite;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.context.ConfigurableApplicationContext;

/** Services that are ending, each on a thread of its own. */
record Ending(List<Thread> threads) {

    /** Begins to end those of the services; each is taken off the map when it has ended. */
    static Ending of(Map<String, ConfigurableApplicationContext> contexts, Predicate<String> which) {
        return new Ending(contexts.keySet().stream()
                .filter(which)
                .map(name -> ServiceThreads.start(name, () -> close(contexts, name)))
                .toList());
    }

    private static void close(Map<String, ConfigurableApplicationContext> contexts, String name) {
        var context = contexts.get(name);
        if (context != null) {
            context.close();
            contexts.remove(name);
        }
    }

    /** Returns when all have ended, or at the deadline. */
    void await(long deadlineNanos) throws InterruptedException {
        for (var thread : threads) {
            TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadlineNanos - System.nanoTime()));
        }
    }
}
