package io.flyball.cli.runs;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Console;
import io.flyball.cli.access.EventFeed;
import io.flyball.cli.access.EventFeed.Complete;
import io.flyball.cli.access.EventFeed.Happened;
import io.flyball.cli.access.EventFeed.Happening;
import io.flyball.cli.access.EventFeed.Lost;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import io.flyball.cli.terminal.Terminal;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Follows one run until it ends. */
@Command(
        name = "watch",
        description = {
            "Follow one run until it ends: first what has happened, then what happens.",
            "With -o json each event is one line of JSON."
        },
        footer = {
            "Ends with 0 if the run ends as RESOLVED or NOT_REPRODUCED, else with 8.",
            "Examples:",
            "  flyball runs watch 0199aa10-7c21",
            "  flyball runs watch 0199aa10-7c21 -o json | jq -r .kind"
        })
final class WatchRun implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The run's id, or its beginning.")
    private String id = "";

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;
    private final RunStory story = new RunStory();

    WatchRun(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() throws InterruptedException {
        Console console = access.console();
        String path = "/api/runs/" + Console.part(RunIds.resolve(console, id));
        BlockingQueue<Happening> happenings = new LinkedBlockingQueue<>();
        tell(look(console, path));
        try (EventFeed _ = EventFeed.open(console, path + "/events", happenings::add)) {
            return follow(console, path, happenings);
        }
    }

    private int follow(Console console, String path, BlockingQueue<Happening> happenings) throws InterruptedException {
        while (true) {
            switch (happenings.take()) {
                case Happened happened -> tell(happened, console, path, happenings.isEmpty());
                case Complete _ -> {
                    return end(look(console, path));
                }
                case Lost lost -> throw lost.why();
            }
        }
    }

    /** The last of several events that came together tells them all. */
    private void tell(Happened happened, Console console, String path, boolean last) {
        if (output.forPrograms()) {
            output.writeOne(shell.terminal(), happened.data());
        } else if (last) {
            tell(look(console, path));
        }
    }

    private int end(Run run) {
        tell(run);
        return (run.isWell() ? ExitCode.OK : ExitCode.NOT_RESOLVED).code();
    }

    private static Run look(Console console, String path) {
        return RunReader.read(console.get(path));
    }

    private void tell(Run run) {
        Terminal terminal = shell.terminal();
        if (!output.forPrograms()) {
            story.tell(run).stream()
                    .flatMap(line -> line.render(terminal.width(), terminal.ink()).stream())
                    .forEach(terminal::line);
        }
    }
}
