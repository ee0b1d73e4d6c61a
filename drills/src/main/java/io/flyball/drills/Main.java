package io.flyball.drills;

import java.nio.file.Path;
import picocli.CommandLine;

/** What the launcher starts. */
public final class Main {
    private Main() {}

    /** Runs one drill and ends with its exit code. */
    public static void main(String[] arguments) {
        String home = System.getenv().getOrDefault("FLYBALL_HOME", "");
        System.exit(commandLine(Path.of(home)).execute(arguments));
    }

    /** Drills of the project that was built in that folder. */
    static CommandLine commandLine(Path home) {
        return new CommandLine(new DrillCommand(home))
                .addSubcommand(new StormCommand(home))
                .addSubcommand(new PoisonCommand(home))
                .addSubcommand(new OutageCommand(home))
                .addSubcommand(new StopRaceCommand(home))
                .addSubcommand(
                        BudgetRaceCommand.Kind.RACE.label(), new BudgetRaceCommand(home, BudgetRaceCommand.Kind.RACE))
                .addSubcommand(
                        BudgetRaceCommand.Kind.LEDGER_KILL.label(),
                        new BudgetRaceCommand(home, BudgetRaceCommand.Kind.LEDGER_KILL))
                .addSubcommand(
                        BudgetRaceCommand.Kind.REDIS_LOST.label(),
                        new BudgetRaceCommand(home, BudgetRaceCommand.Kind.REDIS_LOST));
    }
}
