package io.flyball.bench;

import io.flyball.bench.idle.IdleCommand;
import io.flyball.bench.start.FirstMinuteCommand;
import io.flyball.bench.waiting.WaitingCommand;
import java.io.PrintStream;
import picocli.CommandLine;

/** What the launcher starts. */
public final class Main {
    private Main() {}

    /** Runs the benchmark and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return commandLine(System.out, System.err);
    }

    /**
     * All commands.
     *
     * @param out for figures and nothing else
     * @param err for what is going on
     */
    static CommandLine commandLine(PrintStream out, PrintStream err) {
        return new CommandLine(new BenchCommand(out, err))
                .addSubcommand(new WaitingCommand(out, err))
                .addSubcommand(new IdleCommand(out, err))
                .addSubcommand(new FirstMinuteCommand(out, err))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
