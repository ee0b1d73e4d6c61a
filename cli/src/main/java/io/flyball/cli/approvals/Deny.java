package io.flyball.cli.approvals;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.cli.output.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** A person's no. */
@Command(
        name = "deny",
        description = "Deny a held action. The planner hears the reason.",
        footer = {"Example:", "  flyball approvals deny 0199aa10-7c21 --reason 'not during the sale'"})
final class Deny implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The approval's id, or its beginning.")
    private String id = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; goes back to the planner.")
    private String reason = "";

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    Deny(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        ApprovalDesk desk = new ApprovalDesk(access.console(), shell.person());
        JsonNode approval = desk.find(id);
        JsonNode answer = desk.deny(approval, reason);
        output.write(
                shell.terminal(), answer, () -> shell.terminal().line("Denied: " + Json.text(approval, "command")));
        return ExitCode.OK.code();
    }
}
