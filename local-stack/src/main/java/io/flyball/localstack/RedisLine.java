package io.flyball.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One command in Redis's own line protocol, and the first lines of the answer. */
final class RedisLine {

    private RedisLine() {}

    static String ask(URI redis, String command) throws IOException {
        return ask(redis, command, 1).getFirst();
    }

    /** As many lines of the answer as are wanted; empty ones if it ends before. */
    static List<String> ask(URI redis, String command, int lines) throws IOException {
        try (var socket = Loopback.connect(redis)) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            List<String> all = new ArrayList<>();
            while (all.size() < lines) {
                all.add(Objects.requireNonNullElse(answer.readLine(), ""));
            }
            return all;
        }
    }
}
