package io.flyball.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running process and what ends it. */
final class Child {

    /** The system itself ends it then; only a process stuck in a device outlives this. */
    private static final Duration BY_FORCE = Duration.ofSeconds(10);

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    static Child start(List<String> command, Path folder, Path log) throws IOException {
        var process = Launch.inOwnSession(command, folder, log).start();
        try {
            var tether = Tether.to(process.pid(), folder, log);
            // As soon as it has ended its id may become another process's.
            process.onExit().thenRun(tether::release);
            return new Child(process);
        } catch (IOException noTether) {
            process.destroyForcibly();
            throw noTether;
        }
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** For a program that ends by itself. */
    int awaitExitCode() throws InterruptedException {
        try {
            return process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Asks it to end, and ends it by force when it does not. A suspended process must go on to hear the request. */
    void stop(Duration grace) {
        if (alive() && grace.isPositive()) {
            Signal.CONT.to(pid());
            process.destroy();
            awaitEnd(grace);
        }
        kill();
    }

    void kill() {
        process.destroyForcibly();
        awaitEnd(BY_FORCE);
    }

    private void awaitEnd(Duration patience) {
        try {
            process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
