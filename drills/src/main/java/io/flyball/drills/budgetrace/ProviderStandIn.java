package io.flyball.drills.budgetrace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/** Bills every call that reaches it, before it answers: also those whose caller is dead by then. */
final class ProviderStandIn implements AutoCloseable {
    private static final int SLOWEST_MILLIS = 150;

    private final HttpServer server;
    private final Map<String, Billed> billed = new ConcurrentHashMap<>();

    /** What one call cost. */
    record Billed(String principal, long micros) {}

    ProviderStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Map<String, Billed> billed() {
        return Map.copyOf(billed);
    }

    /** The path is {@code /principal/call/input/output}. */
    private void answer(HttpExchange exchange) throws IOException {
        String[] parts = exchange.getRequestURI().getPath().split("/");
        long micros = CallPrice.micros(Long.parseLong(parts[3]), Long.parseLong(parts[4]));
        if (billed.put(parts[2], new Billed(parts[1], micros)) != null) {
            throw new IOException("call " + parts[2] + " was made twice");
        }
        try (exchange) {
            Thread.sleep(ThreadLocalRandom.current().nextInt(SLOWEST_MILLIS));
            exchange.sendResponseHeaders(200, -1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
