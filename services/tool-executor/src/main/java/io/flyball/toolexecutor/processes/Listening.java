package io.flyball.toolexecutor.processes;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the ports at which somebody listens, in the kernel's tables of sockets. */
final class Listening {
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");

    private Listening() {}

    /** The number of the socket to which such a link leads; empty if it leads elsewhere. */
    static String socket(String link) {
        Matcher matcher = SOCKET.matcher(link);
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** Ports of those lines whose socket is one of these. */
    static List<Integer> ports(String table, Set<String> sockets) {
        return table.lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > 9 && fields[3].equals("0A") && sockets.contains(fields[9]))
                .map(fields -> HexFormat.fromHexDigits(fields[1].substring(fields[1].lastIndexOf(':') + 1)))
                .distinct()
                .sorted()
                .toList();
    }
}
