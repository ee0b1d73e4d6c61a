package io.flyball.bench.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process of this benchmark; it ends with it, even if the benchmark is killed. */
public final class JavaProcess implements AutoCloseable {
    /** Waits on a pipe that only the benchmark holds open; the system closes it for the dead. */
    private static final String END_WHEN_ALONE = "read -r _; kill -KILL \"$1\" 2>/dev/null";

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Process process;
    private final Process tether;
    private final Path log;

    private JavaProcess(Process process, Process tether, Path log) {
        this.process = process;
        this.tether = tether;
        this.log = log;
    }

    /**
     * Starts this program with the Java that the benchmark runs on.
     *
     * @param options for the JVM
     * @param program class and arguments
     */
    public static JavaProcess start(List<String> options, String classPath, List<String> program, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath));
        command.addAll(program);
        try {
            Process process = quietly(command)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            List<String> shell = List.of("/bin/sh", "-c", END_WHEN_ALONE, "sh", String.valueOf(process.pid()));
            Process tether = quietly(shell)
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new JavaProcess(process, tether, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder quietly(List<String> command) {
        var builder =
                new ProcessBuilder(command).redirectInput(new File("/dev/null")).redirectErrorStream(true);
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder;
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** The end of its log. */
    public String lastWords() {
        return LastWords.of(log);
    }

    /** Ends it as a crash would, and returns when it is gone. */
    public void kill() {
        tether.destroyForcibly();
        process.destroyForcibly();
        await(PATIENCE);
    }

    /** Asks it to end, and ends it by force when it does not. */
    @Override
    public void close() {
        end(PATIENCE);
    }

    /** The same, for one that may take so long to end. */
    public void end(Duration patience) {
        process.destroy();
        await(patience);
        tether.destroyForcibly();
        process.destroyForcibly();
    }

    private void await(Duration patience) {
        try {
            process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
