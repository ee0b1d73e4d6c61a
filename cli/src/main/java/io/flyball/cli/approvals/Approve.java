package io.flyball.cli.approvals;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.cli.output.Output;
import java.time.Clock;
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
            "Approve a held action. The answer is bound to exactly that action, which is shown first.",
            "Where only the beginning of its id is given, it is asked about: type yes, or give --yes.",
            "The first answer wins; a later one is refused with exit code 5."
        },
        footer = {"Example:", "  flyball approvals approve 0199aa10-7c21 --reason 'seen the diff'"})
final class Approve implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The approval's id, or its beginning.")
    private String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why.")
    private String reason = "";

    @Option(names = "--yes", description = "Do not ask, also where only the beginning of an id is given.")
    private boolean yes;

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;
    private final Clock clock;

    Approve(Shell shell, Access access, Clock clock) {
        this.shell = shell;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ApprovalDesk desk = new ApprovalDesk(access.console(), shell.person());
        JsonNode approval = desk.find(id);
        Seen.confirm(shell.terminal(), approval, id, yes, clock.instant());
        JsonNode answer = desk.approve(approval, reason);
        output.write(
                shell.terminal(), answer, () -> shell.terminal().line("Approved: " + Json.text(approval, "command")));
        return ExitCode.OK.code();
    }
}
