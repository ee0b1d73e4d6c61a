package io.flyball.cli.stack;

import java.io.IOException;
import java.util.List;

/**
 * Ends a process when this one is gone, even if this one was killed: a small shell waits on a pipe that only this process
 * holds open.
 */
final class Tether {
    private static final String END_WHEN_ALONE = """
            trap '' INT HUP
            read -r _
            kill -TERM "$1" 2>/dev/null
            n=0
            while kill -0 "$1" 2>/dev/null && [ "$n" -lt 250 ]; do sleep 0.1; n=$((n + 1)); done
            kill -KILL "$1" 2>/dev/null
            """;

    private final Process shell;

    private Tether(Process shell) {
        this.shell = shell;
    }

    static Tether to(long pid) throws IOException {
        return new Tether(new ProcessBuilder(List.of("/bin/sh", "-c", END_WHEN_ALONE, "sh", String.valueOf(pid)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Before the pipe is closed, or it would act. */
    void release() {
        shell.destroyForcibly();
    }
}
