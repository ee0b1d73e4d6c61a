package io.flyball.orchestrator.shell;

import io.flyball.orchestrator.run.RunState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the store keeps of a run.
 *
 * @param version form of this record; raised when it changes, and older forms stay readable
 * @param sequence number of the newest run event
 * @param step the step of the newest run event, which an ended run no longer knows; null in what was kept before it was
 * @param taint outside text with instructions in it that has entered the run; null in what was kept before it was
 */
record StoredRun(
        int version,
        long sequence,
        @Nullable Integer step,
        Identity identity,
        RunState state,
        @Nullable List<String> taint) {
    static final int VERSION = 3;

    static StoredRun of(long sequence, int step, Identity identity, RunState state, Taints taints) {
        return new StoredRun(VERSION, sequence, step, identity, state, taints.found());
    }

    Taints taints() {
        return Taints.of(taint);
    }
}
