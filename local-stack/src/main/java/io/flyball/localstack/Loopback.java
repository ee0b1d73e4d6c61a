package io.flyball.localstack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Short questions to what should listen on this machine. */
final class Loopback {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Loopback() {}

    static boolean accepts(String authority) {
        var uri = URI.create("tcp://" + authority);
        try (var socket = connect(uri)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    /** A connection on which a read fails rather than waits for long. */
    static Socket connect(URI uri) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            return socket;
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    /** Ready when the answer is 200. */
    static Answer get(URI uri) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            return status == 200 ? new Answer.Ready() : new Answer.NotYet(uri + " answered " + status);
        }
    }
}
