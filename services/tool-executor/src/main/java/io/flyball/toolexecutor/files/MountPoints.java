package io.flyball.toolexecutor.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where file systems are mounted now, as the kernel tells. */
final class MountPoints {
    private static final Path TOLD = Path.of("/proc/self/mountinfo");
    private static final int PLACE = 4;

    /** The mount point that is that path or lies in it; empty if there is none, or where the kernel does not tell. */
    Optional<Path> at(Path path) {
        try {
            return places().stream().filter(place -> place.startsWith(path)).findFirst();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> places() throws IOException {
        return Files.readAllLines(TOLD).stream()
                .map(line -> Path.of(plain(line.split(" ")[PLACE])))
                .toList();
    }

    /** Blanks and the like are written as octal numbers. */
    private static String plain(String written) {
        return written.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
