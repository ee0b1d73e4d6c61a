package io.flyball.cli.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory processes hold (their resident sets; what they share is counted for each). */
final class Memory {
    private Memory() {}

    /** In megabytes; 0 for one that is gone. */
    static long megabytes(Stream<ProcessMark> processes) {
        return processes.mapToLong(process -> kilobytes(process.pid())).sum() / 1_024;
    }

    private static long kilobytes(long pid) {
        var status = Path.of("/proc", String.valueOf(pid), "status");
        try {
            return Files.exists(Path.of("/proc/self/status")) ? fromProc(status) : fromPs(pid);
        } catch (IOException _) {
            return 0;
        }
    }

    private static long fromProc(Path status) throws IOException {
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }

    private static long fromPs(long pid) throws IOException {
        var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
        var said = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return said.isEmpty() ? 0 : Long.parseLong(said);
    }
}
