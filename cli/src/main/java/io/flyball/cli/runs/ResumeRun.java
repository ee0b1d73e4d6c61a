package io.flyball.cli.runs;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets a paused run go on. */
@Command(
        name = "resume",
        description = "Let a paused run go on.",
        footer = {"Example:", "  flyball runs resume 0199aa10-7c21 --reason 'the sale is over'"})
final class ResumeRun implements Callable<Integer> {
    @Mixin
    private final Order order = new Order();

    private final Shell shell;
    private final Access access;

    ResumeRun(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        return order.give("resume", shell, access, "Ordered to go on.");
    }
}
