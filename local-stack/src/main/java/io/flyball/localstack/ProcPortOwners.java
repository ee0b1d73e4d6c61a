package io.flyball.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Linux: the socket's inode from the table of listeners, then the process that has that inode open. */
final class ProcPortOwners implements PortCheck.PortOwners {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTEN = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    @Override
    public OptionalLong listening(int port) {
        var sockets = Stream.of("net/tcp", "net/tcp6")
                .flatMap(table -> rows(PROC.resolve(table)))
                .filter(row -> row.length > INODE && row[STATE].equals(LISTEN) && port(row) == port)
                .map(row -> "socket:[" + row[INODE] + "]")
                .collect(Collectors.toSet());
        return sockets.isEmpty() ? OptionalLong.empty() : holder(sockets);
    }

    private static Stream<String[]> rows(Path table) {
        try {
            return Files.readAllLines(table).stream()
                    .skip(1)
                    .map(row -> row.strip().split("\\s+"));
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    private static int port(String[] row) {
        var address = row[LOCAL_ADDRESS];
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
    }

    private static OptionalLong holder(Set<String> sockets) {
        return ProcessHandle.allProcesses()
                .mapToLong(ProcessHandle::pid)
                .filter(pid -> hasOpen(pid, sockets))
                .findFirst();
    }

    private static boolean hasOpen(long pid, Set<String> sockets) {
        try (var files = Files.list(PROC.resolve(pid + "/fd"))) {
            return files.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException | UncheckedIOException endedOrNotOurs) {
            return false;
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
