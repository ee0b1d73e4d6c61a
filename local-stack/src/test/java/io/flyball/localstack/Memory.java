package io.flyball.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process holds in memory, for the figures that tests print; -1 where the system does not tell. */
final class Memory {

    private Memory() {}

    static long megabytesOf(long pid) {
        var status = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.isReadable(status)) {
            return -1;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
