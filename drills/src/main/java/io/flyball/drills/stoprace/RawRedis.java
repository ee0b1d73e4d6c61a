package io.flyball.drills.stoprace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Words to Redis as somebody would type them. */
final class RawRedis {
    private final URI url;

    RawRedis(URI url) {
        this.url = url;
    }

    /** Returns when Redis has answered. */
    void say(String line) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String answer = answers.readLine();
            if (answer == null || answer.startsWith("-")) {
                throw new IllegalStateException("Redis answers " + answer + " to " + line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
