package io.flyball.cli.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that was started here and ends when told to, or when this process is gone. */
final class Child {
    /** Ctrl-C and a closed terminal reach every process of a terminal's group; the supervisor alone shall act on them. */
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /** Starts it with output and errors appended to the log. */
    static Child start(List<String> command, Path folder, Path log) throws IOException {
        var child = new Child(apart(command, folder, log).start());
        try {
            var tether = Tether.to(child.process.pid());
            // As soon as it has ended its id may become another process's.
            child.process.onExit().thenRun(tether::release);
            return child;
        } catch (IOException e) {
            child.process.destroyForcibly();
            throw e;
        }
    }

    /** A process that goes on without this one and without its terminal. */
    static Process startDetached(List<String> command, Path folder, Path log) throws IOException {
        return apart(command, folder, log).start();
    }

    private static ProcessBuilder apart(List<String> command, Path folder, Path log) {
        var whole = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        whole.addAll(command);
        var builder = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Each thread would get an arena of its own; two keep a Java process some tens of megabytes smaller.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder;
    }

    ProcessMark mark() {
        return ProcessMark.of(process.toHandle());
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Once it has ended; above 128 it is 128 and the number of the signal that ended it. */
    int exitCode() {
        return process.exitValue();
    }

    /** Asks it to end; returns when it has, at the latest after the grace, by force. */
    void stop(Duration grace) {
        process.destroy();
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
