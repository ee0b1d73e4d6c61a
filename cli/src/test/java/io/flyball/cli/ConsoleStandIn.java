package io.flyball.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Answers over real HTTP as docs/reference/http-api.md says, and keeps what it was asked. */
public final class ConsoleStandIn implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Function<Asked, Answer>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public ConsoleStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** One request. */
    public record Asked(String method, String path, String query, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    /** One answer. */
    public record Answer(int status, String type, String body) {
        public static Answer json(String body) {
            return new Answer(200, "application/json", body);
        }

        public static Answer problem(int status, String body) {
            return new Answer(status, "application/problem+json", body);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers that method and path, for example {@code GET /api/runs}, from now on. */
    public ConsoleStandIn on(String methodAndPath, Function<Asked, Answer> answer) {
        answers.put(methodAndPath, answer);
        return this;
    }

    public ConsoleStandIn on(String methodAndPath, String json) {
        return on(methodAndPath, _ -> Answer.json(json));
    }

    public List<Asked> asked() {
        return asked;
    }

    /** The last request with that method and path. */
    public Asked last(String methodAndPath) {
        return asked.stream()
                .filter(it -> methodAndPath.equals(it.method() + " " + it.path()))
                .reduce((a, b) -> b)
                .orElseThrow(() -> new AssertionError("never asked: " + methodAndPath + ", but: " + asked));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked request = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    String.valueOf(exchange.getRequestURI().getQuery()),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.add(request);
            Answer answer = answers.getOrDefault(request.method() + " " + request.path(), _ -> notFound(request))
                    .apply(request);
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), answer.status() == 204 ? -1 : bytes.length);
            if (answer.status() != 204) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private static Answer notFound(Asked request) {
        return Answer.problem(404, "{\"title\": \"Not Found\", \"detail\": \"nothing at " + request.path() + "\"}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
