package io.flyball.cli.stack;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.demo.SuiteStarter;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.localstack.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The suite on this machine, brought up for a command that needs it. */
public final class LocalSuite implements SuiteStarter {

    @Override
    public Suite ensureUp(Shell shell, Access access, boolean model) {
        var folder = ThisMachine.folder(access);
        var progress = Progress.on(shell.terminal());
        try {
            folder.prepare();
            var lock = StackLock.take(folder);
            if (lock.isEmpty()) {
                requirePlanning(new AlreadyUp(folder).await(progress), model);
                return new LocalStackSuite(folder, progress, false);
            }
            lock.get().close();
            new Detached(options(model), folder, progress).start();
            return new LocalStackSuite(folder, progress, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(ExitCode.INTERRUPTED, "Interrupted.", "");
        }
    }

    private static UpOptions options(boolean model) {
        return new UpOptions(StackMode.ONE_JVM, Ports.DEFAULT_BASE, true, model ? Planning.MODEL : Planning.RUNBOOK);
    }

    private static void requirePlanning(StackRecord stack, boolean model) {
        var other = model ? Planning.RUNBOOK : Planning.MODEL;
        if (stack.planner().equals(other.toString())) {
            throw new CommandFailed(
                    ExitCode.REFUSED,
                    "The stack is up, but its planner is set to '" + stack.planner() + "'.",
                    "Start it anew: flyball down, then the same command again.");
        }
    }

    private record LocalStackSuite(StackFolder folder, Progress progress, boolean startedHere)
            implements SuiteStarter.Suite {

        @Override
        public void end() {
            try {
                new Ending(folder, progress).run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
