package io.flyball.localstack;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Processes that are started side by side. */
final class StartedTogether {

    private StartedTogether() {}

    static void start(Collection<ProcessNeighbour> processes) {
        processes.forEach(ProcessNeighbour::beginLog);
        start(processes, _ -> {});
    }

    /**
     * Returns when each has answered.
     *
     * @param onReady told of each as it becomes ready, one at a time
     * @throws NeighbourFailed when one does not come up
     */
    static void start(Collection<ProcessNeighbour> processes, Consumer<? super ProcessNeighbour> onReady) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = new ExecutorCompletionService<ProcessNeighbour>(threads);
            processes.forEach(process -> starts.submit(process::start, process));
            try {
                for (var _ : processes) {
                    onReady.accept(starts.take().get());
                }
            } finally {
                // After a failure there is no reason to wait for the others; after success none runs any more.
                threads.shutdownNow();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NeighbourFailed("The start was interrupted.", interrupted);
        }
    }
}
