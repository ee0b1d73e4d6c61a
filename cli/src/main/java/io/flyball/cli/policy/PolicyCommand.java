package io.flyball.cli.policy;

import io.flyball.cli.access.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about policies. */
@Command(name = "policy", description = "Ask what policy says.", synopsisSubcommandLabel = "COMMAND")
public final class PolicyCommand {
    private PolicyCommand() {}

    /** The group with its commands. */
    public static CommandLine with(Shell shell) {
        return new CommandLine(new PolicyCommand())
                .addSubcommand(new ExplainPolicy(shell))
                .addSubcommand(new CheckPolicy(shell))
                .addSubcommand(new TestPolicy(shell));
    }
}
