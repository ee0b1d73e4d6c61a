package io.flyball.cli.trash;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.cli.output.Output;
import io.flyball.files.trash.Manifest;
import io.flyball.files.trash.Trash;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Throws old things away for good. */
@Command(
        name = "empty",
        description = "Throw away for good what has been in the trash for longer than that.",
        footer = {"Example:", "  flyball trash empty --older-than 7d"})
final class EmptyTrash implements Callable<Integer> {
    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([dhm])");

    @Option(
            names = "--older-than",
            required = true,
            paramLabel = "AGE",
            description = "Days, hours or minutes: 7d, 12h, 30m.")
    private String age = "";

    @Mixin
    private final TrashFolder folder = new TrashFolder();

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;
    private final Clock clock;

    EmptyTrash(Shell shell, Access access, Clock clock) {
        this.shell = shell;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Instant limit = clock.instant().minus(duration());
        Trash trash = folder.trash(access);
        List<Manifest> old = trash.list().entries().stream()
                .filter(entry -> entry.at().isBefore(limit))
                .toList();
        for (Manifest entry : old) {
            trash.forget(entry.id());
        }
        long bytes = old.stream().mapToLong(Manifest::bytes).sum();
        output.write(
                shell.terminal(),
                Json.object().put("count", old.size()).put("bytes", bytes),
                () -> shell.terminal()
                        .line("Thrown away: " + old.size() + (old.size() == 1 ? " entry, " : " entries, ") + bytes
                                + " bytes."));
        return ExitCode.OK.code();
    }

    private Duration duration() {
        Matcher told = AGE.matcher(age);
        if (!told.matches()) {
            throw new CommandFailed(
                    ExitCode.USAGE, "'" + age + "' is no age.", "Days, hours or minutes: 7d, 12h, 30m.");
        }
        long number = Long.parseLong(told.group(1));
        return switch (told.group(2)) {
            case "d" -> Duration.ofDays(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
