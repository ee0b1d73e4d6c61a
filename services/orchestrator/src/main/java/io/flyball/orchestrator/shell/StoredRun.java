package io.flyball.orchestrator.shell;

import io.flyball.orchestrator.run.RunState;
import org.jspecify.annotations.Nullable;

/**
 * What the store keeps of a run.
 *
 * @param version form of this record; raised when it changes, and older forms stay readable
 * @param sequence number of the newest run event
 * @param step the step of the newest run event, which an ended run no longer knows; null in what was kept before it was
 */
record StoredRun(int version, long sequence, @Nullable Integer step, Identity identity, RunState state) {
    static final int VERSION = 3;

    static StoredRun of(long sequence, int step, Identity identity, RunState state) {
        return new StoredRun(VERSION, sequence, step, identity, state);
    }
}
