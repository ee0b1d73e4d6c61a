package io.flyball.cli.stack;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts a part again. */
@Command(
        name = "restart",
        description = {
            "End a part of the suite on this machine, if it still runs, and start it again.",
            "Returns when it is ready. Where all services are in one JVM, all of them start again."
        },
        footer = {"Examples:", "  flyball restart orchestrator", "  flyball restart redis"})
public final class RestartCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "A service or neighbour, as 'flyball status' names it.")
    private String name = "";

    private final Shell shell;
    private final Access access;

    public RestartCommand(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        var stack = ThisMachine.stack(ThisMachine.folder(access));
        new ControlClient(stack.control()).restart(name, shell.terminal()::line);
        return ExitCode.OK.code();
    }
}
