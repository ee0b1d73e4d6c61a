package io.flyball.toolexecutor.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs as execvp would, on a path that is given and not inherited. */
public final class Programs {
    private Programs() {}

    /**
     * The file of that program.
     *
     * @param name a bare name, or a path with a slash
     * @param path folders separated by colons
     */
    public static Optional<Path> find(String name, String path) {
        Stream<Path> candidates = name.contains("/")
                ? Stream.of(Path.of(name))
                : Stream.of(path.split(":")).filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, name));
        return candidates
                .filter(Path::isAbsolute)
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
