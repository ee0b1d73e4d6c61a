package io.flyball.drills;

import java.nio.file.Path;
import picocli.CommandLine;

/** What the launcher starts. */
public final class Main {
    private Main() {}

    /** Runs one drill and ends with its exit code. */
    public static void main(String[] arguments) {
        String home = System.getenv().getOrDefault("FLYBALL_HOME", "");
        System.exit(new CommandLine(new DrillCommand(Path.of(home))).execute(arguments));
    }
}
