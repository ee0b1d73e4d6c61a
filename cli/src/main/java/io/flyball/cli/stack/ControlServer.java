package io.flyball.cli.stack;

import io.flyball.cli.terminal.Ink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes orders from other commands of the same user, on a socket in a folder that only this user can enter. One order a
 * connection, the name of a part to restart; answered by lines of progress, and at the end whether it was done.
 */
final class ControlServer implements AutoCloseable {
    static final String PROGRESS = "+ ";
    static final String DONE = "done";
    static final String FAILED = "! ";

    private final ServerSocketChannel socket;
    private final Path path;

    private ControlServer(ServerSocketChannel socket, Path path) {
        this.socket = socket;
        this.path = path;
    }

    /** Restarts a part. */
    @FunctionalInterface
    interface Restart {
        void restart(String name, Progress progress) throws InterruptedException;
    }

    /** Listens. The folder is a short one, because a socket's path may not be long. */
    static ControlServer open(Restart restart) throws IOException {
        var path = Files.createTempDirectory("flyball").resolve("control");
        var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        socket.bind(UnixDomainSocketAddress.of(path));
        var server = new ControlServer(socket, path);
        Thread.ofPlatform().name("control").daemon().start(() -> server.serve(restart));
        return server;
    }

    Path path() {
        return path;
    }

    private void serve(Restart restart) {
        while (socket.isOpen()) {
            try (var client = socket.accept()) {
                answer(client, restart);
            } catch (IOException _) {
                // The socket was closed, or the client is gone; the next one is heard.
            }
        }
    }

    private static void answer(SocketChannel client, Restart restart) throws IOException {
        var in = new BufferedReader(Channels.newReader(client, StandardCharsets.UTF_8));
        var out = new PrintWriter(Channels.newWriter(client, StandardCharsets.UTF_8), true);
        var name = in.readLine();
        if (name == null) {
            return;
        }
        try {
            restart.restart(name, new Progress(line -> out.println(PROGRESS + line), Ink.PLAIN));
            out.println(DONE);
        } catch (RuntimeException e) {
            out.println(FAILED + String.valueOf(e.getMessage()).replace('\n', ' '));
        } catch (InterruptedException e) {
            out.println(FAILED + "the stack is ending");
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            Files.deleteIfExists(path);
            Files.deleteIfExists(path.getParent());
        } catch (IOException _) {
            // A leftover in the folder for temporary files harms nobody.
        }
    }
}
