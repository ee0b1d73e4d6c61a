package io.flyball.drills.storm;

import io.flyball.drills.suite.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The most memory that processes have had, as Linux tells it. */
final class PeakMemory {
    private static final String PEAK = "VmHWM:";

    private PeakMemory() {}

    /** Megabytes by service; without those of which nothing is known. */
    static Map<String, Long> megabytes(List<ServiceProcess> services) {
        Map<String, Long> peaks = new TreeMap<>();
        for (ServiceProcess service : services) {
            long kilobytes = kilobytes(Path.of("/proc", Long.toString(service.pid()), "status"));
            if (kilobytes > 0) {
                peaks.put(service.name(), kilobytes / 1024);
            }
        }
        return peaks;
    }

    private static long kilobytes(Path status) {
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .map(line -> line.substring(PEAK.length()).replace("kB", "").strip())
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }
}
