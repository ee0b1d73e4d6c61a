package io.flyball.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Ends a child when this process is gone, even if this process was killed. A small shell waits on a pipe that only this
 * process holds open; the system closes it for the dead.
 */
final class Tether {

    private static final String END_WHEN_ALONE = """
            read -r _
            kill -TERM "$1" 2>/dev/null
            n=0
            while kill -0 "$1" 2>/dev/null && [ "$n" -lt 100 ]; do sleep 0.1; n=$((n + 1)); done
            kill -KILL "$1" 2>/dev/null
            """;

    private final Process shell;

    private Tether(Process shell) {
        this.shell = shell;
    }

    static Tether to(long pid, Path folder, Path log) throws IOException {
        var command = List.of("/bin/sh", "-c", END_WHEN_ALONE, "sh", String.valueOf(pid));
        return new Tether(Launch.inOwnSession(command, folder, log)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start());
    }

    /** Before the pipe is closed, or it would act. */
    void release() {
        shell.destroyForcibly();
    }
}
