package io.flyball.orchestrator.shell;

import io.flyball.orchestrator.run.RunState;

/**
 * What the store keeps of a run.
 *
 * @param version form of this record; raised when it changes, and older forms stay readable
 * @param sequence number of the newest run event
 */
record StoredRun(int version, long sequence, Identity identity, RunState state) {
    static final int VERSION = 2;

    static StoredRun of(long sequence, Identity identity, RunState state) {
        return new StoredRun(VERSION, sequence, identity, state);
    }
}
