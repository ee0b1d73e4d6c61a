package io.flyball.toolexecutor;

import io.flyball.contract.Effect;
import io.flyball.contract.ToolResult;
import io.flyball.contract.ToolStatus;
import io.flyball.testkit.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Keeps tools starting, stops them, looks who started after. Each tool is {@code date}, which says when it really ran, so
 * that two clocks are read: the one by which the executor says when an action started, and the tool's own.
 */
final class Drill {
    private final ExecutorUnderTest executor;
    private final int atOnce;
    private final List<ToolResult> heard = new ArrayList<>();
    private int trials;
    private int started;
    private int startedAfter;
    private int ranAfter;
    private int trialsWithLateRuns;
    private long latestNanos;

    Drill(ExecutorUnderTest executor, int atOnce) {
        this.executor = executor;
        this.atOnce = atOnce;
    }

    /** Sends calls as fast as they end, until closed. */
    final class Load implements AutoCloseable {
        private final Semaphore free = new Semaphore(2 * atOnce);
        private final Thread sender = Thread.ofPlatform().start(this::send);
        private volatile boolean over;

        private void send() {
            while (!over) {
                free.acquireUninterruptibly();
                executor.send(Calls.command(Effect.READ, "date", "+%s%N"));
            }
        }

        void hear(ToolResult result) {
            if (result.getStatus() != ToolStatus.STARTED) {
                free.release();
            }
        }

        @Override
        public void close() throws InterruptedException {
            over = true;
            free.release();
            sender.join();
        }
    }

    Load load() {
        Load load = new Load();
        executor.onResult(load::hear);
        executor.onResult(this::hear);
        return load;
    }

    private synchronized void hear(ToolResult result) {
        heard.add(result);
    }

    private synchronized long count(ToolStatus status) {
        return heard.stream().filter(result -> result.getStatus() == status).count();
    }

    private synchronized void forget() {
        heard.clear();
    }

    void trial() {
        Instant released = Instant.now();
        forget();
        executor.release();
        await("tools start again", () -> count(ToolStatus.SUCCEEDED) > atOnce);

        executor.stop("drill");
        Instant stopped = Instant.now();

        forgetStopped();
        await("everybody who was under way has answered", () -> count(ToolStatus.STOPPED) > 2 * atOnce);
        add(released, stopped);
    }

    private synchronized void forgetStopped() {
        heard.removeIf(result -> result.getStatus() == ToolStatus.STOPPED);
    }

    private static void await(String what, java.util.concurrent.Callable<Boolean> condition) {
        Await.that(what).atMost(Duration.ofMinutes(3)).until(condition);
    }

    private synchronized void add(Instant released, Instant stopped) {
        trials++;
        long latest = 0;
        for (ToolResult result : heard) {
            if (result.getStartedAt() == null || result.getStartedAt().isBefore(released)) {
                continue;
            }
            if (result.getStatus() == ToolStatus.STARTED) {
                started++;
                startedAfter += result.getStartedAt().isAfter(stopped) ? 1 : 0;
            } else if (result.getOutput().strip().matches("\\d{19}")) {
                Instant ran = Instant.ofEpochSecond(
                        0, Long.parseLong(result.getOutput().strip()));
                latest = Math.max(latest, Duration.between(stopped, ran).toNanos());
                ranAfter += ran.isAfter(stopped) ? 1 : 0;
            }
        }
        trialsWithLateRuns += latest > 0 ? 1 : 0;
        latestNanos = Math.max(latestNanos, latest);
    }

    int started() {
        return started;
    }

    int startedAfterTheStop() {
        return startedAfter;
    }

    String figures() {
        return ("%d trials, %d starts, %d starts after SET returned; by the tools' own clocks %d ran after it, in %d"
                        + " trials, the latest %.1f ms after")
                .formatted(trials, started, startedAfter, ranAfter, trialsWithLateRuns, latestNanos / 1e6);
    }
}
