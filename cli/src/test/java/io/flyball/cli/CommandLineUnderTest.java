package io.flyball.cli;

import io.flyball.cli.access.Shell;
import io.flyball.cli.demo.SuiteAlreadyUp;
import io.flyball.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Types commands as a person or a script would, and keeps what was written. */
public final class CommandLineUnderTest {
    public static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");

    private final Map<String, String> environment = new HashMap<>(Map.of("FLYBALL_USER", "ann"));
    private InputStream input = InputStream.nullInputStream();

    /** What a command wrote and how it ended. */
    public record Result(int exitCode, String out, String err) {}

    public CommandLineUnderTest with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public CommandLineUnderTest typing(String text) {
        return typing(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    public CommandLineUnderTest typing(InputStream keyboard) {
        input = keyboard;
        return this;
    }

    public Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = Terminal.of(environment, new PrintStream(out, true), new PrintStream(err, true), input);
        int code = Flyball.commandLine(
                        new Shell(terminal, environment), Clock.fixed(NOW, ZoneOffset.UTC), new SuiteAlreadyUp())
                .execute(arguments);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
