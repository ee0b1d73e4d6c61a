package io.flyball.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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

    /** How often each thread has gone to sleep by itself so far, by thread; empty where the system does not say. */
    public static Map<String, Long> sleeps(long pid) {
        Map<String, Long> sleeps = new HashMap<>();
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
            threads.forEach(thread -> sleeps.put(
                    thread.getFileName().toString(), Math.max(0, status(thread, "voluntary_ctxt_switches:"))));
        } catch (IOException | UncheckedIOException _) {
            // It has ended.
        }
        return sleeps;
    }

    private static long status(long pid, String field) {
        return status(Path.of("/proc", String.valueOf(pid)), field);
    }

    private static long status(Path folder, String field) {
        Path status = folder.resolve("status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(field))
                    .map(line -> line.substring(field.length()).strip().split("\\s+")[0])
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException | UncheckedIOException _) {
            return -1;
        }
    }
}
