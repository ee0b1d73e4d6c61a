package io.flyball.localstack;

import java.nio.file.*;

final class Rss {
    static String of(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(l -> l.startsWith("VmRSS"))
                    .findFirst()
                    .orElse("");
        } catch (Exception e) {
            return "";
        }
    }
}
