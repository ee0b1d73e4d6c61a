package io.flyball.drills.suite;

import java.io.IOException;
import java.util.List;

/**
 * Kills a child when this process is gone, even if this process was killed: a small shell waits on a pipe that only this
 * process holds open.
 */
final class Tether {
    private static final String KILL_WHEN_ALONE = "trap '' INT HUP; read -r _; kill -KILL \"$1\" 2>/dev/null";

    private final Process shell;

    private Tether(Process shell) {
        this.shell = shell;
    }

    static Tether to(long pid) throws IOException {
        return new Tether(new ProcessBuilder(List.of("/bin/sh", "-c", KILL_WHEN_ALONE, "sh", String.valueOf(pid)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Before the pipe is closed, or it would act. */
    void release() {
        shell.destroyForcibly();
    }
}
