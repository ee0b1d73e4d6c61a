package io.flyball.platform.streams;

import java.time.Instant;

/**
 * How a stream thread stands with its broker: whether it is answered at all, and up to when it has read. A clock alone says neither, so
 * whoever waits for an answer asks here before it gives up. Used by one thread only.
 */
public interface Intake {
    /** Of a thread that has no broker, as in a test driver: nothing is ever late. */
    Intake WITHOUT_BROKER = new Intake() {
        @Override
        public boolean silent(Instant now) {
            return false;
        }

        @Override
        public boolean hasRead(Instant until, Instant now) {
            return true;
        }
    };

    /** Whether the broker has not answered for so long that it counts as away. */
    boolean silent(Instant now);

    /** Whether all that lay in the log at that time has been worked on; to be asked again later if not. */
    boolean hasRead(Instant until, Instant now);

    /** The intake of the thread that asks. */
    static Intake ofThisThread() {
        return ThreadIntake.get();
    }

    /** Says which intake the thread that calls has. */
    static void onThisThread(Intake intake) {
        ThreadIntake.set(intake);
    }
}
