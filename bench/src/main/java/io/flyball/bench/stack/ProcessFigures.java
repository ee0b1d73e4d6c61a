package io.flyball.bench.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What the operating system says about a process. */
public final class ProcessFigures {
    private ProcessFigures() {}

    /** Processor time of all its threads so far; zero if it has ended. */
    public static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** Resident memory in megabytes; -1 where the system does not say. */
    public static long residentMegabytes(long pid) {
        long kilobytes = status(pid, "VmRSS:");
        return kilobytes < 0 ? -1 : kilobytes / 1024;
    }

    /** Threads of the operating system; -1 where it does not say. */
    public static long threads(long pid) {
        return status(pid, "Threads:");
    }

    private static long status(long pid, String field) {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(field))
                    .map(line -> line.substring(field.length()).strip().split("\\s+")[0])
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException _) {
            return -1;
        }
    }
}
