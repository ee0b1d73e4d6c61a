package io.flyball.orchestrator.shell;

import io.flyball.orchestrator.run.RunState;
import io.flyball.orchestrator.run.Step;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the store keeps of a run.
 *
 * @param version form of this record; raised when it changes, and older forms stay readable
 * @param sequence number of the newest run event
 * @param step the step of the newest run event, which an ended run no longer knows; null in what was kept before it was
 * @param taint outside text with instructions in it that has entered the run; null in what was kept before it was
 * @param steps those of its steps that have no key of their own (yet); older versions kept none here
 */
record StoredRun(
        int version,
        long sequence,
        @Nullable Integer step,
        Identity identity,
        RunState state,
        @Nullable List<String> taint,
        List<Step> steps) {
    static final int VERSION = 3;

    StoredRun {
        steps = List.copyOf(Objects.requireNonNullElse(steps, List.of()));
    }

    static StoredRun of(long sequence, int step, Identity identity, RunState state, Taints taints) {
        return new StoredRun(VERSION, sequence, step, identity, state, taints.found(), List.of());
    }

    StoredRun with(List<Step> own) {
        return new StoredRun(version, sequence, step, identity, state, taint, own);
    }

    Taints taints() {
        return Taints.of(taint);
    }
}
