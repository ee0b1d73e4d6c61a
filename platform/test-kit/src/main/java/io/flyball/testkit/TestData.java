package io.flyball.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where this JVM's neighbours keep data and logs: in the module's target folder, named after the process, so that logs can
 * be read after a failure. What earlier processes left is deleted.
 */
final class TestData {

    private static final Path MODULE = Path.of("target").toAbsolutePath();

    private TestData() {}

    static Path folder() {
        try {
            return Files.isDirectory(MODULE)
                    ? folder(MODULE.resolve("neighbours-of-tests"))
                    : Files.createTempDirectory("flyball-tests");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static Path folder(Path all) throws IOException {
        Files.createDirectories(all);
        for (var left : leftBehind(all)) {
            delete(left);
        }
        return Files.createDirectories(
                all.resolve(String.valueOf(ProcessHandle.current().pid())));
    }

    private static List<Path> leftBehind(Path all) throws IOException {
        try (var folders = Files.list(all)) {
            return folders.filter(folder -> !belongsToTheLiving(folder)).toList();
        }
    }

    private static boolean belongsToTheLiving(Path folder) {
        var name = folder.getFileName().toString();
        return name.matches("\\d+") && ProcessHandle.of(Long.parseLong(name)).isPresent();
    }

    /** Another test JVM may delete the same, and a neighbour that is still ending may write: what stays is for the next one. */
    private static void delete(Path left) throws IOException {
        Files.walkFileTree(left, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) throws IOException {
                try {
                    Files.deleteIfExists(folder);
                } catch (DirectoryNotEmptyException _) {
                    return FileVisitResult.CONTINUE;
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
