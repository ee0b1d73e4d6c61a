package io.flyball.drills.suite;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The orchestrator of the last released version, built from the project's own history. It is built once and kept under {@code target}.
 */
public final class OlderVersion {
    private static final String RELEASED = "drills/released.txt";

    private OlderVersion() {}

    /** Why it cannot be had here; empty if it can. */
    public static Optional<String> whyNot(Path home) throws IOException, InterruptedException {
        String commit = commit(home);
        return run(home, List.of("git", "cat-file", "-e", commit + "^{commit}"), home.resolve("target/older.log")) == 0
                ? Optional.empty()
                : Optional.of("the history of this clone does not reach back to the last released version, " + commit
                        + ": clone it whole (git fetch --unshallow)");
    }

    /**
     * The build of the last released version.
     *
     * @throws IllegalStateException if it cannot be had or built
     */
    public static Built released(Path home, Consumer<String> say) throws IOException, InterruptedException {
        Optional<String> whyNot = whyNot(home);
        if (whyNot.isPresent()) {
            throw new IllegalStateException(whyNot.get());
        }
        String commit = commit(home);
        Path folder = home.resolve("target/older").resolve(commit);
        Path built = folder.resolve("built");
        if (!Files.exists(built)) {
            say.accept("building the orchestrator of " + commit + " in " + folder + "; once, some minutes");
            Files.createDirectories(folder);
            Path log = folder.resolve("build.log");
            unpack(home, commit, folder, log);
            build(folder, log);
            Files.createFile(built);
        }
        return new Built(folder);
    }

    private static void unpack(Path home, String commit, Path folder, Path log)
            throws IOException, InterruptedException {
        Path archive = folder.resolve("sources.tar");
        must(run(home, List.of("git", "archive", "--output", archive.toString(), commit), log), log);
        must(run(folder, List.of("tar", "-xf", archive.toString()), log), log);
        Files.delete(archive);
    }

    private static void build(Path folder, Path log) throws IOException, InterruptedException {
        List<String> maven =
                List.of("mvn", "-q", "-B", "-pl", "services/orchestrator", "-am", "-Dmaven.test.skip=true", "package");
        must(run(folder, maven, log), log);
    }

    /** The newest release comes last. */
    private static String commit(Path home) throws IOException {
        return Files.readAllLines(home.resolve(RELEASED)).stream()
                .filter(line -> !line.isBlank())
                .toList()
                .getLast()
                .split(" ")[0];
    }

    private static void must(int code, Path log) {
        if (code != 0) {
            throw new IllegalStateException("the last released version could not be built: see " + log);
        }
    }

    private static int run(Path in, List<String> command, Path log) throws IOException, InterruptedException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start().waitFor();
    }
}
