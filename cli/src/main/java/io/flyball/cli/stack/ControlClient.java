package io.flyball.cli.stack;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Gives orders to the supervisor of a stack. */
record ControlClient(String path) {

    /** Returns when the part has been restarted and is ready again. */
    void restart(String name, Consumer<String> progress) {
        try (var socket = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            new PrintWriter(Channels.newWriter(socket, StandardCharsets.UTF_8), true).println(name);
            follow(new BufferedReader(Channels.newReader(socket, StandardCharsets.UTF_8)), progress);
        } catch (IOException e) {
            throw new CommandFailed(
                    ExitCode.UNREACHABLE,
                    "The supervisor of the stack does not answer: " + e.getMessage(),
                    "flyball down, then flyball up");
        }
    }

    private static void follow(BufferedReader answer, Consumer<String> progress) throws IOException {
        for (var line = answer.readLine(); line != null; line = answer.readLine()) {
            if (line.equals(ControlServer.DONE)) {
                return;
            }
            if (line.startsWith(ControlServer.FAILED)) {
                throw new CommandFailed(ExitCode.FAILED, line.substring(ControlServer.FAILED.length()), "");
            }
            progress.accept(line.substring(ControlServer.PROGRESS.length()));
        }
        throw new CommandFailed(ExitCode.FAILED, "The supervisor ended before it was done.", "flyball status");
    }
}
