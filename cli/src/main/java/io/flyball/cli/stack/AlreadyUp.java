package io.flyball.cli.stack;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import java.io.IOException;
import java.time.Duration;

/** A stack that somebody else has started, or is starting at this moment. */
record AlreadyUp(StackFolder folder) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LOOK_MILLIS = 100;

    /** Returns when it is ready. */
    StackRecord await(Progress progress) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var told = false;
        while (System.nanoTime() < deadline) {
            var record = folder.record().filter(StackRecord::ready);
            if (record.isPresent()) {
                return record.get();
            }
            if (!told) {
                progress.say("It is being started by another command; waiting for it.");
                told = true;
            }
            requireStarting();
            Thread.sleep(LOOK_MILLIS);
        }
        throw new CommandFailed(ExitCode.TIMED_OUT, "It is not ready after " + PATIENCE.toMinutes() + " min.", "");
    }

    private void requireStarting() throws IOException {
        var lock = StackLock.take(folder);
        if (lock.isPresent()) {
            lock.get().close();
            throw new CommandFailed(ExitCode.FAILED, "The other command gave up.", "Try again: flyball up");
        }
    }
}
