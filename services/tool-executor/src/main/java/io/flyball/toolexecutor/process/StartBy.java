package io.flyball.toolexecutor.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Until when a program may begin, by a clock that the gate's own process can read without any help: the time since the machine
 * was started. Where there is no such clock, nothing bounds the start but what this process sees itself.
 *
 * @param centiseconds hundredths of a second since the start of the machine; empty for no bound
 */
public record StartBy(OptionalLong centiseconds) {
    /** No bound. */
    public static final StartBy ANY_TIME = new StartBy(OptionalLong.empty());

    private static final Path UPTIME = Path.of("/proc/uptime");
    private static final int MILLIS = 10;

    /** That long from now on; a hundredth of a second more at most. */
    public static StartBy in(Duration time) {
        OptionalLong now = now();
        return now.isEmpty() ? ANY_TIME : new StartBy(OptionalLong.of(now.getAsLong() + 1 + time.toMillis() / MILLIS));
    }

    /** Whether it is over now. */
    public boolean isOver() {
        OptionalLong now = now();
        return centiseconds.isPresent() && now.isPresent() && now.getAsLong() > centiseconds.getAsLong();
    }

    /** For the gate; empty for no bound. */
    String word() {
        return centiseconds.isPresent() ? Long.toString(centiseconds.getAsLong()) : "";
    }

    private static OptionalLong now() {
        try {
            String uptime = Files.readString(UPTIME).split(" ", 2)[0];
            return OptionalLong.of(Long.parseLong(uptime.replace(".", "")));
        } catch (IOException | NumberFormatException _) {
            return OptionalLong.empty();
        }
    }
}
