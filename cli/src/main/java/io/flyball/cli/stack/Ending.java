package io.flyball.cli.stack;

import io.flyball.localstack.RememberedClasses;
import java.time.Duration;
import java.util.List;

/** Ends a stack from outside. */
record Ending(StackFolder folder, Progress progress) {
    /** Services have 25 s, neighbours 10 s each. */
    private static final Duration PATIENCE = Duration.ofSeconds(80);

    private static final Duration FOR_ORPHANS = Duration.ofSeconds(25);

    /** @return whether there was one */
    boolean run() throws InterruptedException {
        var record = folder.record();
        if (record.isEmpty()) {
            return false;
        }
        var began = System.nanoTime();
        var count = record.get().processes().stream().filter(ProcessMark::alive).count();
        progress.say("Ending %d processes ...".formatted(count));
        Leftovers.end(List.of(record.get().supervisor()), RememberedClasses.grace(PATIENCE));
        Leftovers.end(record.get().processes(), FOR_ORPHANS);
        folder.forgetRecord();
        progress.say("All ended after %s s.".formatted(Progress.seconds(Duration.ofNanos(System.nanoTime() - began))));
        return true;
    }
}
