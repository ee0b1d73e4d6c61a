package io.flyball.cli.stack;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes all data of the suite on this machine. */
@Command(
        name = "reset",
        description = {
            "Delete all data of the suite on this machine: topics, Redis, logs, token, deployments of the demo.",
            "Ends the suite first if it is up."
        },
        footer = {"Example:", "  flyball reset --yes"})
public final class ResetCommand implements Callable<Integer> {
    @Option(names = "--yes", description = "Really do it.")
    private boolean yes;

    private final Shell shell;
    private final Access access;

    public ResetCommand(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = ThisMachine.folder(access);
        if (!Files.exists(folder.path())) {
            shell.terminal().line("There is no " + folder.path() + ".");
            return ExitCode.OK.code();
        }
        requireWanted(folder);
        new Ending(folder, Progress.on(shell.terminal())).run();
        var lock = StackLock.take(folder)
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.REFUSED, "A stack is being started in " + folder.path() + ".", "flyball down"));
        try (lock) {
            new Deployments(folder).stop();
            delete(folder);
        }
        shell.terminal().line("Deleted " + folder.path() + ".");
        return ExitCode.OK.code();
    }

    private void requireWanted(StackFolder folder) {
        if (!folder.isOurs()) {
            throw new CommandFailed(
                    ExitCode.REFUSED,
                    folder.path() + " was not made by 'flyball up': nothing is deleted.",
                    "Look at --data-dir and FLYBALL_DATA_DIR.");
        }
        if (!yes) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "This ends the stack and deletes everything in " + folder.path() + ".",
                    "If that is what you want: flyball reset --yes");
        }
    }

    private static void delete(StackFolder folder) throws IOException {
        try (var files = Files.walk(folder.path())) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
