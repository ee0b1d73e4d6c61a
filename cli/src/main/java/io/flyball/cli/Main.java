package io.flyball.cli;

import io.flyball.cli.access.Shell;
import io.flyball.cli.terminal.Terminal;
import java.time.Clock;
import java.util.Map;

/** What the launcher starts. */
public final class Main {
    private Main() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        Terminal terminal = Terminal.of(environment, System.out, System.err, System.in);
        System.exit(Flyball.commandLine(new Shell(terminal, environment), Clock.systemUTC())
                .execute(args));
    }
}
