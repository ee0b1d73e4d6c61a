package io.flyball.cli.stack;

import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
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
record Installation(Path home) {

    Installation {
        home = home.toAbsolutePath().normalize();
    }

    static Installation of(Shell shell) {
        return new Installation(Path.of(shell.variable("FLYBALL_HOME")));
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

    /** What the JVM with all services has on its class path. */
    String suiteClassPath() {
        return classPath(home.resolve("suite/target"));
    }

    /** Where its classes are remembered; the build makes the file when asked for it. */
    Path suiteClasses() {
        return home.resolve("suite/target/suite.aot");
    }

    String classPath(SuiteService service) {
        return classPath(home.resolve("services").resolve(service.label()).resolve("target"));
    }

    private static String classPath(Path target) {
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
            for (var file : files) {
                if (!file.toString().matches(".*-(sources|javadoc|tests)\\.jar")) {
                    return file;
                }
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

    private static CommandFailed notBuilt(Path path) {
        return new CommandFailed(ExitCode.FAILED, path + " is not there.", "Build the project first: ./flyball build");
    }
}
