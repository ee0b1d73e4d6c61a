package io.flyball.cli.runs;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends a run. */
@Command(
        name = "cancel",
        description = "Cancel a run, open or waiting for its turn: tools that run are ended.",
        footer = {"Example:", "  flyball runs cancel 0199aa10-7c21 --reason 'wrong service'"})
final class CancelRun implements Callable<Integer> {
    @Mixin
    private final Order order = new Order();

    private final Shell shell;
    private final Access access;

    CancelRun(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        return order.give("cancel", shell, access, "Ordered to end: tools that run are ended.");
    }
}
