package io.flyball.toolexecutor.processes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what the kernel tells in /proc; of what has gone or is another user's, nothing. */
record Proc(Path root) {
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_ENTRIES = 100_000;

    /** The text of a file below it; empty if it cannot be read. */
    Optional<String> text(String path) {
        try (InputStream in = Files.newInputStream(root.resolve(path))) {
            return Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Names in a folder below it; empty if it cannot be looked into. */
    Optional<List<String>> names(String path) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(path))) {
            for (Path entry : entries) {
                if (names.size() == MOST_ENTRIES) {
                    break;
                }
                names.add(entry.getFileName().toString());
            }
            return Optional.of(names);
        } catch (IOException | DirectoryIteratorException _) {
            return Optional.empty();
        }
    }

    /** Where a link below it leads; empty if nobody may know. */
    Optional<String> link(String path) {
        try {
            return Optional.of(Files.readSymbolicLink(root.resolve(path)).toString());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** The numbers of all processes. */
    List<Long> pids() {
        return names("").orElse(List.of()).stream()
                .filter(name -> name.matches("[0-9]{1,10}"))
                .map(Long::valueOf)
                .sorted()
                .toList();
    }
}
