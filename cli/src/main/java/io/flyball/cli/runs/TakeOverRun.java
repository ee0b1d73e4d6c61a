package io.flyball.cli.runs;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A person goes on by hand. */
@Command(
        name = "take-over",
        description = "Take a run over: it pauses and says that you go on by hand.",
        footer = {"Example:", "  flyball runs take-over 0199aa10-7c21 --reason 'I know this one'"})
final class TakeOverRun implements Callable<Integer> {
    @Mixin
    private final Order order = new Order();

    private final Shell shell;
    private final Access access;

    TakeOverRun(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        return order.give(
                "take-over",
                shell,
                access,
                "It is yours: nothing new begins until you hand it back ('flyball runs hand-back').");
    }
}
