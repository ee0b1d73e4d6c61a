package io.flyball.toolexecutor.execution;

import org.jspecify.annotations.Nullable;

/** The locks under which a call runs, perhaps none; closing gives them back. */
interface HeldLocks extends AutoCloseable {
    HeldLocks NONE = new HeldLocks() {
        @Override
        public @Nullable Long token() {
            return null;
        }

        @Override
        public boolean areStillOurs() {
            return true;
        }

        @Override
        public void close() {}
    };

    /** Their fencing token; absent when there are none. */
    @Nullable
    Long token();

    /** Asks afresh whether nobody else can have them. */
    boolean areStillOurs();

    @Override
    void close();
}
