package io.flyball.toolexecutor.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Secrets of the system that lie in folders which many may read. They are covered where such a folder is mounted. */
final class HiddenFiles {
    private static final List<Path> ALL = Stream.of(
                    "/etc/shadow",
                    "/etc/shadow-",
                    "/etc/gshadow",
                    "/etc/gshadow-",
                    "/etc/sudoers",
                    "/etc/sudoers.d",
                    "/etc/security/opasswd",
                    "/etc/ssl/private",
                    "/etc/pki/tls/private",
                    "/etc/kubernetes/pki",
                    "/root")
            .map(Path::of)
            .toList();

    private HiddenFiles() {}

    /** Covers those that would be seen, unless they are asked for by name. */
    static List<String> words(Collection<Path> mounted) {
        return ALL.stream()
                .filter(hidden -> !mounted.contains(hidden))
                .filter(hidden -> mounted.stream().anyMatch(hidden::startsWith))
                .filter(Files::exists)
                .flatMap(hidden -> cover(hidden).stream())
                .toList();
    }

    private static List<String> cover(Path hidden) {
        return Files.isDirectory(hidden)
                ? List.of("--tmpfs", hidden.toString(), "--remount-ro", hidden.toString())
                : List.of("--ro-bind", "/dev/null", hidden.toString());
    }
}
