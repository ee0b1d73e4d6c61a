package io.flyball.cli.runs;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Console;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import io.flyball.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Everything about one run. */
@Command(
        name = "show",
        description = "Show one run: plan decisions, actions, verdicts, results, verification, cost.",
        footer = {
            "Examples:",
            "  flyball runs show 0199aa10-7c21",
            "  flyball runs show 0199aa10-7c21 -o json | jq '.actions[] | {tool, verdict, status}'"
        })
final class ShowRun implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The run's id, or its beginning.")
    private String id = "";

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    ShowRun(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        Console console = access.console();
        JsonNode json = console.get("/api/runs/" + Console.part(RunIds.resolve(console, id)));
        output.write(shell.terminal(), json, () -> tell(RunReader.read(json), console));
        return ExitCode.OK.code();
    }

    private void tell(Run run, Console console) {
        Terminal terminal = shell.terminal();
        RunFacts.lines(run, console.address()).forEach(terminal::line);
        terminal.line("");
        new RunStory()
                .tell(run).stream()
                        .flatMap(line -> line.render(terminal.width(), terminal.ink()).stream())
                        .forEach(terminal::line);
    }
}
