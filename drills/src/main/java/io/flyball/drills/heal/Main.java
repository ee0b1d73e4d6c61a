package io.flyball.drills.heal;

import java.nio.file.Path;
import picocli.CommandLine;

/** What the launcher starts. */
public final class Main {
    private Main() {}

    /** Heals and ends with the exit code. */
    public static void main(String[] arguments) {
        Path home = Path.of(System.getenv().getOrDefault("FLYBALL_HOME", ""));
        System.exit(new CommandLine(new HealCommand(home)).execute(arguments));
    }
}
