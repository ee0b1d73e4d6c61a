package io.flyball.toolexecutor.network;

import io.flyball.toolexecutor.process.Ending;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/**
 * Closes a connection when its time is up or its call is ended. A time limit on each read would not do: who sends one byte a second keeps
 * every one of them.
 */
public final class Deadline implements AutoCloseable {
    private final Closeable connection;
    private final Thread watch;
    private volatile boolean over;

    private Deadline(Closeable connection, Duration time) {
        this.connection = connection;
        this.watch = Thread.ofVirtual().unstarted(() -> watch(time));
    }

    /** From now on. */
    public static Deadline of(Duration time, Closeable connection, Ending ending) {
        Deadline deadline = new Deadline(connection, time);
        deadline.watch.start();
        ending.onEnd(_ -> deadline.cut());
        return deadline;
    }

    /** Whether the connection was closed because time was up. */
    public boolean isOver() {
        return over;
    }

    private void watch(Duration time) {
        try {
            Thread.sleep(time);
            over = true;
            cut();
        } catch (InterruptedException _) {
            // It ended in time.
        }
    }

    private void cut() {
        try {
            connection.close();
        } catch (IOException _) {
            // Then it is closed already.
        }
    }

    @Override
    public void close() {
        watch.interrupt();
        cut();
    }
}
