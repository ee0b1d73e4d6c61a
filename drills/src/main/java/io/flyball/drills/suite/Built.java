package io.flyball.drills.suite;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The built project, from which everything is started.
 *
 * @param home the folder that the launcher stands in
 */
public record Built(Path home) {

    public Built {
        home = home.toAbsolutePath().normalize();
    }

    Path neighbours() {
        return present(home.resolve("infra/neighbours/target/neighbours"));
    }

    Path agent() {
        return present(neighbours().resolve("otel/opentelemetry-javaagent.jar"));
    }

    Path catalogue() {
        return present(home.resolve("catalogue"));
    }

    String classPath(Service service) {
        Path target = home.resolve("services").resolve(service.label()).resolve("target");
        try {
            return jar(target)
                    + File.pathSeparator
                    + Files.readString(present(target.resolve("classpath.txt"))).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar(Path target) throws IOException {
        try (var files = Files.newDirectoryStream(present(target), "flyball-*.jar")) {
            for (Path file : files) {
                return file;
            }
        }
        throw notBuilt(target.resolve("flyball-*.jar"));
    }

    private static Path present(Path path) {
        if (!Files.exists(path)) {
            throw notBuilt(path);
        }
        return path;
    }

    private static IllegalStateException notBuilt(Path path) {
        return new IllegalStateException(path + " is not there. Build the project first: ./flyball build");
    }
}
