package io.flyball.cli.stack;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGINT and SIGTERM, as an interrupt of the thread that has things to end; the process waits until it has ended them.
 */
final class EndOfProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 90;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "end-of-process");

    private EndOfProcess() {}

    static EndOfProcess expect() {
        var expected = new EndOfProcess();
        Runtime.getRuntime().addShutdownHook(expected.hook);
        return expected;
    }

    private void end() {
        worker.interrupt();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("Not everything has ended in time.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending already.
        }
    }
}
