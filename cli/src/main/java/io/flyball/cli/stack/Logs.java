package io.flyball.cli.stack;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** The logs of a data folder. */
record Logs(StackFolder folder) {
    private static final String ENDING = ".log";

    /** Their names, in alphabetical order; logs of earlier starts are not among them. */
    List<String> names() {
        if (!Files.isDirectory(folder.logs())) {
            return List.of();
        }
        try (var files = Files.list(folder.logs())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.matches("[a-z-]+\\.log"))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws CommandFailed if there is none of that name */
    String require(String name) {
        if (!names().contains(name)) {
            throw new CommandFailed(
                    ExitCode.NOT_FOUND,
                    "There is no log of '" + name + "'.",
                    names().isEmpty() ? "Start the stack: flyball up -d" : "There are: " + String.join(", ", names()));
        }
        return name;
    }

    List<String> last(String name, int lines) {
        return LogTail.of(folder.log(name), lines);
    }

    /** What is added from now on. */
    LogFollower follow(String name) {
        try {
            return new LogFollower(folder.log(name), Files.size(folder.log(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
