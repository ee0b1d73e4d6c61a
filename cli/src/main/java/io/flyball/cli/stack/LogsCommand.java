package io.flyball.cli.stack;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows logs. */
@Command(
        name = "logs",
        description = {
            "Show the last lines of the logs of the suite on this machine, of all parts or of one.",
            "Besides services and neighbours there are 'suite' (what belongs to no one service of the one JVM) and "
                    + "'supervisor' (of a detached stack)."
        },
        footer = {"Examples:", "  flyball logs", "  flyball logs orchestrator -f", "  flyball logs broker -n 100"})
public final class LogsCommand implements Callable<Integer> {
    private static final int LOOK_MILLIS = 200;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A service or neighbour. Default: all.")
    private @Nullable String name;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is added, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "NUMBER",
            defaultValue = "20",
            description = "How many lines of each. Default: ${DEFAULT-VALUE}.")
    private int lines = 20;

    private final Shell shell;
    private final Access access;

    public LogsCommand(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() throws InterruptedException {
        var logs = new Logs(ThisMachine.folder(access));
        var names = name == null ? logs.names() : List.of(logs.require(name));
        if (names.isEmpty()) {
            throw new CommandFailed(ExitCode.NOT_FOUND, "There are no logs yet.", "Start the stack: flyball up -d");
        }
        var prefixed = names.size() > 1;
        Map<String, LogFollower> followers = new LinkedHashMap<>();
        for (var each : names) {
            followers.put(each, logs.follow(each));
            logs.last(each, lines).forEach(line -> write(prefixed, each, line));
        }
        while (follow) {
            followers.forEach((each, log) -> log.next().forEach(line -> write(prefixed, each, line)));
            Thread.sleep(LOOK_MILLIS);
        }
        return ExitCode.OK.code();
    }

    private void write(boolean prefixed, String name, String line) {
        shell.terminal().line(prefixed ? "%-13s | %s".formatted(name, line) : line);
    }
}
