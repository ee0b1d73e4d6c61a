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

/** A person's yes. */
@Command(
        name = "approve",
        description = {
            "Approve a held action. The answer is bound to exactly that action.",
            "The first answer wins; a later one is refused with exit code 5."
        },
        footer = {"Example:", "  flyball approvals approve 0199aa10-7c21 --reason 'seen the diff'"})
final class Approve implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The approval's id, or its beginning.")
    private String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why.")
    private String reason = "";

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    Approve(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        ApprovalDesk desk = new ApprovalDesk(access.console(), shell.person());
        JsonNode approval = desk.find(id);
        JsonNode answer = desk.approve(approval, reason);
        output.write(
                shell.terminal(), answer, () -> shell.terminal().line("Approved: " + Json.text(approval, "command")));
        return ExitCode.OK.code();
    }
}
