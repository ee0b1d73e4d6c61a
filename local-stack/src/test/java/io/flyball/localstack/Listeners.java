package io.flyball.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What these processes listen on, as the Linux kernel tells it. */
final class Listeners {

    /** IPv4, IPv4 mapped into IPv6, and IPv6, in the kernel's byte order. */
    private static final List<String> LOOPBACK =
            List.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

    record Listener(String address, int port) {
        boolean loopback() {
            return LOOPBACK.contains(address);
        }
    }

    private Listeners() {}

    static List<Listener> of(Collection<Long> pids) throws IOException {
        var open = new ArrayList<String>();
        for (var pid : pids) {
            open.addAll(filesOf(pid));
        }
        var found = new ArrayList<Listener>();
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (var line : Files.readAllLines(Path.of(table))) {
                var row = line.strip().split("\\s+");
                if (row[3].equals("0A") && open.contains("socket:[" + row[9] + "]")) {
                    var local = row[1].split(":");
                    found.add(new Listener(local[0], Integer.parseInt(local[1], 16)));
                }
            }
        }
        return found;
    }

    private static List<String> filesOf(long pid) throws IOException {
        try (var files = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            return files.map(Listeners::target).toList();
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
