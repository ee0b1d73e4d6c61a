package io.flyball.cli.stack;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Ends the suite on this machine. */
@Command(
        name = "down",
        description = {
            "End the suite on this machine.",
            "Services finish or hand back their work first. Data stays; 'flyball reset --yes' deletes it."
        })
public final class DownCommand implements Callable<Integer> {
    private final Shell shell;
    private final Access access;

    public DownCommand(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() throws InterruptedException {
        var folder = ThisMachine.folder(access);
        if (!new Ending(folder, Progress.on(shell.terminal())).run()) {
            shell.terminal().line("The stack is not up.");
        }
        return ExitCode.OK.code();
    }
}
