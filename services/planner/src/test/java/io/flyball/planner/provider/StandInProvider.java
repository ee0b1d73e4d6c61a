package io.flyball.planner.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model provider over HTTP that replays what a test has written, in order, and remembers what it was asked. */
public final class StandInProvider implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final BlockingDeque<Reply> replies = new LinkedBlockingDeque<>();
    private volatile Runnable whenAsked = () -> {};
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public record Asked(String path, Map<String, List<String>> headers, JsonNode body, long nanos) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    private record Reply(int status, Map<String, String> headers, String body, long delayMillis) {}

    public StandInProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public StandInProvider replies(String body) {
        return replies(200, Map.of(), body);
    }

    public StandInProvider replies(int status, Map<String, String> headers, String body) {
        replies.add(new Reply(status, headers, body, 0));
        return this;
    }

    public StandInProvider repliesAfter(long delayMillis, String body) {
        replies.add(new Reply(200, Map.of(), body, delayMillis));
        return this;
    }

    public void whenAsked(Runnable what) {
        whenAsked = what;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            asked.add(new Asked(
                    exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body, System.nanoTime()));
            whenAsked.run();
            Reply reply = replies.poll();
            if (reply == null) {
                reply = new Reply(
                        500, Map.of(), "{\"error\":{\"message\":\"the test has written no more replies\"}}", 0);
            }
            Thread.sleep(reply.delayMillis());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
