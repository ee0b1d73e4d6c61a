package io.flyball.cli.prices;

import io.flyball.cli.access.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about prices. */
@Command(name = "prices", description = "See and import what models cost.", synopsisSubcommandLabel = "COMMAND")
public final class PricesCommand {
    private PricesCommand() {}

    /** The group with its commands. */
    public static CommandLine with(Shell shell) {
        return new CommandLine(new PricesCommand())
                .addSubcommand(new CheckPrices(shell))
                .addSubcommand(new ImportPrices(shell));
    }
}
