package io.flyball.cli.completion;

import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete commands and options. */
@Command(
        name = "completion",
        description = "Print the completion script; the same one serves bash and zsh.",
        footer = {"Example, for ~/.bashrc or ~/.zshrc:", "  source <(flyball completion)"})
public final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Shell shell;

    public CompletionCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        shell.terminal().line(AutoComplete.bash("flyball", spec.root().commandLine()));
        return ExitCode.OK.code();
    }
}
