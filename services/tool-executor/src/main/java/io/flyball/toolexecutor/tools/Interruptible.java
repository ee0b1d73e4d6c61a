package io.flyball.toolexecutor.tools;

import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.process.Output;
import java.util.function.Supplier;

/** Acting inside the executor's own process: to end it is to interrupt its thread. */
public final class Interruptible {
    private final Thread thread = Thread.currentThread();
    private boolean acting = true;

    private Interruptible() {}

    /** Acts on the caller's thread. Whatever it brings after it was told to end does not count any more. */
    public static ToolOutcome perform(Ending ending, Supplier<ToolOutcome> act) {
        Interruptible acting = new Interruptible();
        ending.onEnd(_ -> acting.interrupt());
        ToolOutcome outcome;
        try {
            outcome = act.get();
        } finally {
            acting.done();
        }
        return ending.cause()
                .<ToolOutcome>map(cause -> new ToolOutcome.Ended(Output.NONE, cause))
                .orElse(outcome);
    }

    private synchronized void interrupt() {
        if (acting) {
            thread.interrupt();
        }
    }

    /** Nobody may be interrupted for what is over. */
    private synchronized void done() {
        acting = false;
        Thread.interrupted();
    }
}
