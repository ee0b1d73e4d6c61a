package io.flyball.cli.runs;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Keeps a run from going on. */
@Command(
        name = "pause",
        description = "Pause a run: what runs goes on to its end, nothing new begins until it is resumed.",
        footer = {"Example:", "  flyball runs pause 0199aa10-7c21 --reason 'the sale begins'"})
final class PauseRun implements Callable<Integer> {
    @Mixin
    private final Order order = new Order();

    private final Shell shell;
    private final Access access;

    PauseRun(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        return order.give(
                "pause", shell, access, "Ordered to pause: a tool that runs goes on to its end, nothing new begins.");
    }
}
