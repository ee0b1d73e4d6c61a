package io.flyball.cli.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine that nobody listens on, below the range that the system gives to outgoing connections. */
final class LoopbackPorts {
    private static final int FIRST = 20_000;
    private static final int END = 30_000;

    private LoopbackPorts() {}

    static List<Integer> free(int count) {
        return ThreadLocalRandom.current()
                .ints(FIRST, END)
                .distinct()
                .limit(END - FIRST)
                .filter(LoopbackPorts::isFree)
                .limit(count)
                .boxed()
                .toList();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
