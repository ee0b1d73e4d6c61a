package io.flyball.cli.secrets;

import io.flyball.cli.access.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about secrets. */
@Command(name = "secrets", description = "Take secrets out of texts.", synopsisSubcommandLabel = "COMMAND")
public final class SecretsCommand {
    private SecretsCommand() {}

    /** The group with its commands. */
    public static CommandLine with(Shell shell) {
        return new CommandLine(new SecretsCommand()).addSubcommand(new FilterSecrets(shell));
    }
}
