package io.flyball.toolexecutor.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Whom this machine asks for names. */
final class NameServers {
    static final int PORT = 53;
    private static final String KEYWORD = "nameserver ";

    private NameServers() {}

    /** @throws IOException if the file names none */
    static InetSocketAddress first(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            String address = lines.map(String::strip)
                    .filter(line -> line.startsWith(KEYWORD))
                    .map(line -> line.substring(KEYWORD.length()).strip())
                    .findFirst()
                    .orElseThrow(() -> new IOException(file + " names no name server"));
            return new InetSocketAddress(InetAddress.ofLiteral(address), PORT);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " names a name server that is no address: " + e.getMessage(), e);
        }
    }
}
