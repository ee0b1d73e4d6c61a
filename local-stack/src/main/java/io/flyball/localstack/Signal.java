package io.flyball.localstack;

import java.io.IOException;
import java.util.List;

/** Signals that Java itself cannot send. */
public enum Signal {
    STOP,
    CONT;

    /** Sends it to that process. */
    public void to(long pid) {
        var command = List.of("/bin/sh", "-c", "kill -" + name() + " \"$1\"", "sh", String.valueOf(pid));
        try {
            var exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exitCode != 0) {
                throw new IllegalStateException("SIG%s did not reach process %d".formatted(name(), pid));
            }
        } catch (IOException noShell) {
            throw new IllegalStateException("SIG%s could not be sent".formatted(name()), noShell);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
