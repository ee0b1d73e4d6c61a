package io.flyball.toolexecutor.execution;

import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.running.RunningCall;
import io.flyball.toolexecutor.tools.Action;

/** An action that may start. */
record Armed(Action action, RunningCall call, HeldLocks locks) {

    Ending ending() {
        return call.ending();
    }
}
