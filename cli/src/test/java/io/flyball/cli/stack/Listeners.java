package io.flyball.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses that processes listen on, as the Linux kernel tells them: hexadecimal, a colon, the port. */
final class Listeners {
    private static final String LISTENING = "0A";

    /** IPv4, IPv4 mapped into IPv6, and IPv6. */
    private static final List<String> LOOPBACK =
            List.of("0100007F:", "0000000000000000FFFF00000100007F:", "00000000000000000000000001000000:");

    private Listeners() {}

    static List<String> of(List<Long> pids) throws IOException {
        Set<String> sockets = pids.stream().flatMap(Listeners::open).collect(Collectors.toSet());
        var found = new ArrayList<String>();
        for (var table : List.of("tcp", "tcp6")) {
            for (var line : Files.readAllLines(Path.of("/proc/net", table))) {
                var row = line.strip().split("\\s+");
                if (row[3].equals(LISTENING) && sockets.contains("socket:[" + row[9] + "]")) {
                    found.add(row[1]);
                }
            }
        }
        return found;
    }

    static boolean isLoopback(String address) {
        return LOOPBACK.stream().anyMatch(address::startsWith);
    }

    private static Stream<String> open(long pid) {
        try (var files = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            return files.map(Listeners::target).toList().stream();
        } catch (IOException gone) {
            return Stream.of();
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
