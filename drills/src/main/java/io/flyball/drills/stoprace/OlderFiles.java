package io.flyball.drills.stoprace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Redis' files as they were once, as a backup would have them. */
final class OlderFiles {
    private static final String FILES = "appendonlydir";

    private final Path live;
    private final Path kept;

    OlderFiles(Path redis, Path kept) {
        this.live = redis.resolve(FILES);
        this.kept = kept;
    }

    void keep() {
        copy(live, kept);
    }

    /** While Redis is down. */
    void restore() {
        copy(kept, live);
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.exists(to)) {
                try (Stream<Path> files = Files.walk(to)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(to);
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
