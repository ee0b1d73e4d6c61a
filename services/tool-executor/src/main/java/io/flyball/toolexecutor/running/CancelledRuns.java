package io.flyball.toolexecutor.running;

import io.flyball.toolexecutor.process.EndCause;
import java.util.LinkedHashSet;

/** Runs that somebody cancelled: what runs for them is ended, and nothing more is started. */
public final class CancelledRuns {
    private static final int REMEMBERED = 10_000;

    private final RunningCalls running;
    private final LinkedHashSet<String> runs = new LinkedHashSet<>();

    public CancelledRuns(RunningCalls running) {
        this.running = running;
    }

    public void cancel(String runId) {
        synchronized (this) {
            runs.add(runId);
            if (runs.size() > REMEMBERED) {
                runs.removeFirst();
            }
        }
        endRunning(runId);
    }

    /** Ends what runs for it now; it may start something later. */
    void endRunning(String runId) {
        running.end(call -> call.runId().equals(runId), EndCause.CANCELLED);
    }

    public synchronized boolean contains(String runId) {
        return runs.contains(runId);
    }
}
