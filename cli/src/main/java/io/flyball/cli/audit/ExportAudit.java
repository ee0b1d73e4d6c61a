package io.flyball.cli.audit;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Console;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** All that was recorded, as JSON Lines. */
@Command(
        name = "export",
        description = "Write what was recorded to standard output, as JSON Lines.",
        footer = {
            "One line per entry, in the order of the topic; the last line is a seal: where every chain ended, signed by the",
            "console's key. Kept elsewhere, an export proves later that nothing before it was changed:",
            "'flyball audit verify --against FILE'.",
            "Example:",
            "  flyball audit export > audit.jsonl"
        })
final class ExportAudit implements Callable<Integer> {
    @Option(names = "--run", paramLabel = "ID", description = "Only this run.")
    private @Nullable String run;

    private final Shell shell;
    private final Access access;

    ExportAudit(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        access.console().lines(path(run), shell.terminal()::line);
        return ExitCode.OK.code();
    }

    static String path(@Nullable String run) {
        return "/api/audit/export" + (run == null ? "" : "?run=" + Console.part(run));
    }
}
