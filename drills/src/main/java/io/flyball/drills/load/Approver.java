package io.flyball.drills.load;

import io.flyball.drills.suite.Suite;
import java.time.Duration;

/** A person who approves everything at once. */
public final class Approver implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(300);

    private final Thread thread;

    private Approver(Thread thread) {
        this.thread = thread;
    }

    public static Approver at(Suite suite) {
        Operator person = new Operator(suite.console(), suite.token());
        return new Approver(Thread.ofVirtual().name("approver").start(() -> {
            try {
                while (true) {
                    person.approveAll();
                    Thread.sleep(EVERY);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
