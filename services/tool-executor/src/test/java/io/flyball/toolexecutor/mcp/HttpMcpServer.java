package io.flyball.toolexecutor.mcp;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;

/** A small MCP server by streamable HTTP that behaves as it is told. */
final class HttpMcpServer implements AutoCloseable {
    private static final String TOOL =
            "{\"name\":\"say-it\",\"description\":\"Says it.\",\"inputSchema\":{\"type\":\"object\"}}";
    private static final String PIECE = "a".repeat(65_536);

    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow();
    final List<String> seen = new CopyOnWriteArrayList<>();
    volatile String mode = "usual";

    String url() {
        return "http://127.0.0.1:" + server.port() + "/mcp";
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asString()
                .defaultIfEmpty("")
                .flatMap(body -> Mono.from(answer(request, response, body)));
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response, String body) {
        var headers = request.requestHeaders();
        seen.add(request.method() + " " + body + " session=" + headers.get("Mcp-Session-Id") + " version="
                + headers.get("MCP-Protocol-Version") + " method=" + headers.get("Mcp-Method") + " name="
                + headers.get("Mcp-Name"));
        JsonNode message = Messages.message(body).orElse(Messages.object());
        String id = message.path("id").toString();
        return switch (message.path("method").asString("")) {
            case "server/discover" -> discover(response, id);
            case "initialize" ->
                json(
                        response.header("Mcp-Session-Id", "session-1"),
                        id,
                        "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"serverInfo\":{\"name\":\"t\",\"version\":\"1\"}}");
            case "tools/list" -> list(response, id);
            case "tools/call" -> call(request, response, id, message);
            default -> response.status(HttpResponseStatus.ACCEPTED).send();
        };
    }

    private Publisher<Void> discover(HttpServerResponse response, String id) {
        return switch (mode) {
            case "modern" -> json(response, id, "{\"resultType\":\"complete\",\"supportedVersions\":[\"2026-07-28\"]}");
            case "refuses" -> response.status(400).sendString(Mono.just("Bad Request: what is that?"));
            case "forbids" -> response.status(401).send();
            case "breaks" -> response.status(500).send();
            case "redirects" -> response.status(307).header("Location", url()).send();
            default ->
                response.status(400)
                        .header("Content-Type", "application/json")
                        .sendString(Mono.just(
                                "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32000,\"message\":\"no\"}}"));
        };
    }

    private Publisher<Void> list(HttpServerResponse response, String id) {
        String more = mode.equals("changes") ? ",{\"name\":\"new\",\"inputSchema\":{}}" : "";
        return json(response, id, "{\"tools\":[" + TOOL + more + "]}");
    }

    private Publisher<Void> call(HttpServerRequest request, HttpServerResponse response, String id, JsonNode message) {
        String said = message.path("params").path("arguments").path("text").asString("");
        return switch (mode) {
            case "silent" -> Mono.never();
            case "gigabyte" ->
                response.header("Content-Type", "application/json")
                        .sendString(Flux.just(PIECE).repeat(20_000));
            case "lines" ->
                events(response)
                        .sendString(Flux.just("data: {\"jsonrpc\":\"2.0\",\"method\":\"x\"}\r\n\r\n".repeat(1_000))
                                .repeat(2_000));
            case "another" -> json(response, "999", text("not yours"));
            case "nonsense" -> response.sendString(Mono.just("hello"));
            case "leaks" ->
                json(response, id, text("you said " + request.requestHeaders().get("Authorization")));
            // Stays open after the answer, as some do.
            case "stream" ->
                events(response)
                        .sendString(Flux.concat(
                                Mono.just(
                                        "event: message\r\ndata: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\"}\r\n\r\n: still here\n\n"),
                                Mono.just("data: {\"jsonrpc\":\"2.0\",\ndata: \"id\":" + id + ",\"result\":"
                                        + text("it says " + said) + "}\n\n"),
                                Flux.never()));
            default -> json(response, id, text("it says " + said));
        };
    }

    private static HttpServerResponse events(HttpServerResponse response) {
        return response.header("Content-Type", "text/event-stream");
    }

    private static String text(String text) {
        var part = Messages.object().put("type", "text").put("text", text);
        return "{\"resultType\":\"complete\",\"content\":[" + part + "]}";
    }

    private static Publisher<Void> json(HttpServerResponse response, String id, String result) {
        return response.header("Content-Type", "application/json")
                .sendString(Mono.just("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + result + "}"));
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
