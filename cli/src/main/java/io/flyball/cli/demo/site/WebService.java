package io.flyball.cli.demo.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;

/**
 * A web service with two pages: {@code /} greets, {@code /health} answers 200 while everything that it needs answers too,
 * else 503.
 */
final class WebService implements AutoCloseable {
    private final SiteConfiguration configuration;
    private final Upstream upstream;
    private final Clock clock;
    private final HttpServer server;

    WebService(SiteConfiguration configuration, Clock clock) throws IOException {
        this.configuration = configuration;
        this.upstream = Upstream.of(configuration.upstream());
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), configuration.port()), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
    }

    void start() {
        server.start();
        log("pid=%d listening on http://127.0.0.1:%d"
                .formatted(ProcessHandle.current().pid(), port()));
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Page page = Page.of(configuration, exchange.getRequestURI().getPath(), upstream.ask());
        log("%s %s %d %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI(), page.status(), page.why()));
        byte[] body = (page.body() + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(page.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Standard output is the service's log. */
    private void log(String line) {
        System.out.println(Instant.now(clock) + " " + configuration.name() + " " + line.strip());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
