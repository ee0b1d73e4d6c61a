package io.flyball.cli.approvals;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** One held action, whole. */
@Command(
        name = "show",
        description = "Show a held action: what, where, how far it reaches, why, how it is undone, how long is left.",
        footer = {"Example:", "  flyball approvals show 0199aa10-7c21"})
final class ShowApproval implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The approval's id, or its beginning.")
    private String id = "";

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;
    private final Clock clock;

    ShowApproval(Shell shell, Access access, Clock clock) {
        this.shell = shell;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        JsonNode approval = new ApprovalDesk(access.console(), shell.person()).find(id);
        output.write(
                shell.terminal(),
                approval,
                () -> ApprovalWords.lines(approval, clock.instant()).forEach(shell.terminal()::line));
        return ExitCode.OK.code();
    }
}
