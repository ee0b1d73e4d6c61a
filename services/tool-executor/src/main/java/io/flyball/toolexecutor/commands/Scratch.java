package io.flyball.toolexecutor.commands;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder for one command, gone afterwards.
 *
 * @param folder where it is
 */
record Scratch(Path folder) implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Scratch.class);

    static Scratch in(Path all) throws IOException {
        Files.createDirectories(all);
        return new Scratch(Files.createTempDirectory(all, "command-"));
    }

    /** Links are taken away, not followed. */
    @Override
    public void close() {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed)
                        throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            log.warn("cannot take away {}: {}", folder, e.toString());
        }
    }
}
