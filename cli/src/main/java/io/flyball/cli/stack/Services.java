package io.flyball.cli.stack;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The running services of this stack. */
final class Services {
    /** For a slow, busy machine; seven processes with the agent take more than a minute on two cores. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);

    private final List<ServiceUnit> units;
    private final int portBase;
    private final Readiness readiness = new Readiness();

    Services(List<ServiceUnit> units, int portBase) {
        this.units = units;
        this.portBase = portBase;
    }

    List<ServiceUnit> units() {
        return units;
    }

    void start() {
        units.forEach(ServiceUnit::start);
    }

    /**
     * Returns when all services of those processes are ready.
     *
     * @param onReady told of each with the time since the call, one at a time
     * @throws CommandFailed when one does not come up
     */
    void awaitReady(List<ServiceUnit> starting, BiConsumer<SuiteService, Duration> onReady)
            throws InterruptedException {
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ExecutorCompletionService<SuiteService>(threads);
            starting.forEach(unit -> unit.services()
                    .forEach(service -> answers.submit(() -> awaitReady(unit, service, began), service)));
            try {
                for (var _ : starting.stream()
                        .flatMap(unit -> unit.services().stream())
                        .toList()) {
                    onReady.accept(answers.take().get(), Duration.ofNanos(System.nanoTime() - began));
                }
            } finally {
                threads.shutdownNow();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private void awaitReady(ServiceUnit unit, SuiteService service, long began) {
        var whyNot = "it was not asked";
        try {
            while (System.nanoTime() - began < PATIENCE.toNanos()) {
                if (!unit.alive()) {
                    throw unit.ended(service);
                }
                whyNot = readiness.whyNot(service.url(portBase));
                if (whyNot.isEmpty()) {
                    return;
                }
                Thread.sleep(BETWEEN_QUESTIONS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new CommandFailed(
                ExitCode.TIMED_OUT,
                "%s is not ready after %d s: %s".formatted(service.label(), PATIENCE.toSeconds(), whyNot),
                "flyball logs " + service.label());
    }

    /** Ends all: the console first, so that nothing more comes in, then the others side by side. */
    void stop() {
        stop(unit -> unit.services().equals(List.of(SuiteService.CONSOLE)));
        stop(_ -> true);
    }

    private void stop(Predicate<ServiceUnit> which) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            running().filter(which).forEach(unit -> threads.submit(unit::stop));
        }
    }

    private Stream<ServiceUnit> running() {
        return units.stream().filter(ServiceUnit::alive);
    }
}
