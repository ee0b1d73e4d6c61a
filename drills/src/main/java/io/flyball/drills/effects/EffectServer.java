package io.flyball.drills.effects;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What the runs change: POST /effects/KEY happens, GET /effects/KEY tells whether it has (or was not needed). An effect counts before it is
 * answered, and the answer takes a moment, so that an executor can be killed between the two.
 */
public final class EffectServer implements AutoCloseable {
    /** The executor's own word for the action that a request belongs to. */
    static final String ACTION = "X-Flyball-Action";

    /** The executor's own word for the run that a request belongs to. */
    private static final String RUN = "X-Flyball-Run";

    private static final String EFFECTS = "/effects/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> happened = ConcurrentHashMap.newKeySet();
    private final Set<String> healed = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> byAction = new ConcurrentHashMap<>();
    private final Queue<Long> moments = new ConcurrentLinkedQueue<>();
    private final Random chance;
    private final int mostMillis;
    private volatile Listener listener = (_, _) -> {};

    /** Told of each effect, before it is answered; the answer waits for it. */
    public interface Listener {
        void happened(String key, String run);

        /** Somebody asks, on behalf of that key, whether the server is there at all. */
        default void asked(String key) {}
    }

    private EffectServer(HttpServer server, Random chance, Duration slowest) {
        this.server = server;
        this.chance = chance;
        this.mostMillis = (int) slowest.toMillis();
    }

    /** A server on a free port of this machine, which takes up to {@code slowest} to answer that an effect has happened. */
    public static EffectServer start(Random chance, Duration slowest) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            EffectServer effects = new EffectServer(server, chance, slowest);
            server.createContext("/", effects::answer);
            server.setExecutor(effects.threads);
            server.start();
            return effects;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its root, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on that one is told of each effect, and of the run that made it. */
    public void tell(Listener told) {
        listener = told;
    }

    /** What that effect was wanted for is well by itself: whoever looks finds it so, though the effect has not happened. */
    public void heal(String key) {
        healed.add(key);
    }

    /** How often each effect has happened, by the id of its action; by its key where the request names no action. */
    public Map<String, Integer> counts() {
        return new TreeMap<>(byAction);
    }

    /** The keys of all that has happened. */
    public Set<String> happened() {
        return Set.copyOf(happened);
    }

    /** When each effect began, as {@link System#nanoTime} tells it. */
    public List<Long> moments() {
        return List.copyOf(moments);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!path.startsWith(EFFECTS)) {
                listener.asked(
                        Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), ""));
                exchange.sendResponseHeaders(200, -1);
            } else if (exchange.getRequestMethod().equals("POST")) {
                happen(exchange, path.substring(EFFECTS.length()));
            } else {
                String key = path.substring(EFFECTS.length());
                exchange.sendResponseHeaders(happened.contains(key) || healed.contains(key) ? 200 : 404, -1);
            }
        }
    }

    private void happen(HttpExchange exchange, String key) throws IOException {
        moments.add(System.nanoTime());
        happened.add(key);
        byAction.merge(header(exchange, ACTION, key), 1, Integer::sum);
        listener.happened(key, header(exchange, RUN, ""));
        try {
            Thread.sleep(mostMillis == 0 ? 0 : chance.nextInt(mostMillis));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(201, -1);
    }

    private static String header(HttpExchange exchange, String name, String otherwise) {
        return exchange.getRequestHeaders()
                .getOrDefault(name, List.of(otherwise))
                .getFirst();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
