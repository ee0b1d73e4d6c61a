package io.flyball.cli.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Starts a stack, watches it, and ends it when this process is told to end. */
record Supervisor(UpOptions options, StackFolder folder, Installation installation, Progress progress) {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    /**
     * Returns only when the stack has ended, which is when this process has got SIGINT or SIGTERM.
     *
     * @param whenReady called once when everything has answered
     */
    void run(Runnable whenReady) throws IOException, InterruptedException {
        try (var end = EndOfProcess.expect()) {
            endLeftovers();
            FreePorts.require(options, List.of(SuiteService.values()), LocalStack.kinds(options));
            try (var stack = new LocalStack(options, folder, installation);
                    var control = ControlServer.open(stack::restart)) {
                untilTheEnd(stack, control, whenReady);
                progress.say("Ending everything ...");
            }
        }
    }

    private void untilTheEnd(LocalStack stack, ControlServer control, Runnable whenReady) {
        try {
            stack.start(progress);
            stack.takesOrdersAt(control.path());
            whenReady.run();
            watch(stack);
        } catch (InterruptedException _) {
            // The way in which the end of this process is told.
        } catch (RuntimeException e) {
            if (!Thread.interrupted()) {
                throw e;
            }
        }
    }

    /** A part that ends by itself is told, not started again: whoever looks at a fault shall find it as it is. */
    private void watch(LocalStack stack) throws InterruptedException {
        Set<String> known = new HashSet<>();
        while (true) {
            var dead = stack.dead();
            known.retainAll(dead);
            dead.stream()
                    .filter(known::add)
                    .forEach(name -> progress.warn(name + " has ended by itself. Its log: " + folder.log(name)
                            + "   Start it again: flyball restart " + name));
            Thread.sleep(LOOK);
        }
    }

    /** A supervisor that was killed could not end what it had started. */
    private void endLeftovers() throws InterruptedException {
        var record = folder.record();
        if (record.isPresent()) {
            progress.say("The stack of " + record.get().startedAt() + " was not ended as it should; cleaning up.");
            Leftovers.end(record.get().processes(), PATIENCE);
            folder.forgetRecord();
        }
    }
}
