package io.flyball.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One command in Redis's own line protocol, and the first line of the answer. */
final class RedisLine {

    private RedisLine() {}

    static String ask(URI redis, String command) throws IOException {
        try (var socket = Loopback.connect(redis)) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
