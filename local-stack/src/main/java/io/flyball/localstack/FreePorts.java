package io.flyball.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports below the range from which the system takes the ports of outgoing connections. A port that the system
 * itself hands out as free may be some client's a moment later, before the process it was meant for has bound it.
 */
final class FreePorts {

    private static final int FIRST = 12_000;
    private static final int END = 32_000;

    private FreePorts() {}

    static List<Integer> find(int count) {
        return ThreadLocalRandom.current()
                .ints(FIRST, END)
                .distinct()
                .limit(END - FIRST)
                .filter(FreePorts::isFree)
                .limit(count)
                .boxed()
                .toList();
    }

    /** With the address reused, as all neighbours do: a port that only waits for late packets is free. */
    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
