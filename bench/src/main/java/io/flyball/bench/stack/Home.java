package io.flyball.bench.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The built project, from which everything is started.
 *
 * @param folder the folder that the launcher stands in
 */
public record Home(Path folder) {

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    Path neighbours() {
        return present(folder.resolve("infra/neighbours/target/neighbours"));
    }

    Path catalogue() {
        return present(folder.resolve("catalogue"));
    }

    /** The launcher itself. */
    public Path launcher() {
        return present(folder.resolve("flyball"));
    }

    /** The class path of a packaged module, for example {@code services/orchestrator}. */
    String classPath(String module) {
        Path target = present(folder.resolve(module).resolve("target"));
        try (var jars = Files.newDirectoryStream(target, "flyball-*-SNAPSHOT.jar")) {
            var found = jars.iterator();
            if (!found.hasNext()) {
                throw new NotMeasurable(target + " has no jar: build the project first (./flyball build)");
            }
            String libraries = Files.readString(present(target.resolve("classpath.txt")));
            return found.next() + File.pathSeparator + libraries.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path present(Path path) {
        if (!Files.exists(path)) {
            throw new NotMeasurable(path + " is not there: build the project first (./flyball build)");
        }
        return path;
    }
}
