package io.flyball.bench;

import io.flyball.bench.waiting.WaitingCommand;
import picocli.CommandLine;

/** What the launcher starts. */
public final class Main {
    private Main() {}

    /** Runs the benchmark and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new BenchCommand(System.out, System.err))
                .addSubcommand(new WaitingCommand(System.out, System.err))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
