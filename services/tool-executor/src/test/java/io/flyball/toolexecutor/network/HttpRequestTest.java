package io.flyball.toolexecutor.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flyball.catalogue.ToolEffect;
import io.flyball.toolexecutor.process.EndCause;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.secrets.SecretStore;
import io.flyball.toolexecutor.tools.Failure;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Against a real HTTP server. */
class HttpRequestTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private HttpServer server;
    private String root;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        root = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/plain", exchange -> answer(exchange, 200, "hello " + exchange.getRequestMethod()));
        server.createContext("/here", exchange -> redirect(exchange, "/plain"));
        server.createContext("/metadata", exchange -> redirect(exchange, "http://169.254.169.254/latest"));
        server.createContext("/elsewhere", exchange -> redirect(exchange, "http://127.0.0.1:1/"));
        server.createContext("/file", exchange -> redirect(exchange, "file:///etc/passwd"));
        server.createContext("/nonsense", exchange -> redirect(exchange, "http://[no address"));
        server.createContext("/loop", exchange -> redirect(exchange, "/loop"));
        server.createContext("/endless", HttpRequestTest::endless);
        server.createContext("/hangs", exchange -> hang());
        server.createContext("/flaky", exchange -> answer(exchange, asked.incrementAndGet() < 3 ? 503 : 200, "x"));
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
    }

    @Test
    @DisplayName("TOOL-2 status, headers and body come back")
    void comesBack() {
        assertThat(get("/plain").output().head()).startsWith("HTTP 200\n").endsWith("\n\nhello GET");
        assertThat(get("/here").output().head()).endsWith("hello GET");
    }

    @Test
    @DisplayName("TOOL-2 who does not wait longer is told that nothing came")
    void ownTimeout() {
        Plan plan = plan(new HttpRequest(SecretStore.none()), "{\"url\":\"" + root + "/hangs\",\"timeoutMillis\":300}");

        assertThat(((Plan.Ready) plan).action().perform(new Ending()))
                .isInstanceOfSatisfying(
                        ToolOutcome.Failed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(Failure.EXTERNAL));
    }

    @Test
    @DisplayName("SBX-4 redirects are checked again")
    void redirectsAreChecked() {
        for (String path : List.of("/metadata", "/elsewhere", "/file", "/nonsense")) {
            assertThat(get(path))
                    .as(path)
                    .isInstanceOfSatisfying(
                            ToolOutcome.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(Failure.CONFIG));
        }
        assertThat(get("/loop")).isInstanceOf(ToolOutcome.Failed.class);
    }

    @Test
    @DisplayName("TOOL-6 an endless body is taken up to its limit")
    void endlessBody() {
        assertThat(get("/endless").output().head())
                .hasSizeBetween(1_000_000, 1_001_000)
                .endsWith("were taken ...]");
    }

    @Test
    @DisplayName("STOP-2 a request under way is ended at once")
    void isEnded() throws Exception {
        Ending ending = new Ending();
        Plan.Ready ready = (Plan.Ready) plan(new HttpRequest(SecretStore.none()), "{\"url\":\"" + root + "/hangs\"}");
        CompletableFuture<ToolOutcome> outcome =
                CompletableFuture.supplyAsync(() -> ready.action().perform(ending));
        assertThat(hanging.await(120, TimeUnit.SECONDS)).isTrue();

        long start = System.nanoTime();
        ending.end(EndCause.STOPPED);

        assertThat(outcome.get(120, TimeUnit.SECONDS)).isInstanceOf(ToolOutcome.Ended.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    @DisplayName("TOOL-1 what is neither GET nor HEAD is a change")
    void effects() {
        assertThat(((Plan.Ready) plan(new HttpRequest(SecretStore.none()), "{\"url\":\"" + root + "\"}")).effect())
                .isEqualTo(ToolEffect.READ);
        assertThat(((Plan.Ready) plan(
                                new HttpRequest(SecretStore.none()), "{\"url\":\"" + root + "\",\"method\":\"POST\"}"))
                        .effect())
                .isEqualTo(ToolEffect.CHANGE);
    }

    @Test
    @DisplayName("SBX-4 odd URLs and headers of the executor's own are refused")
    void oddRequests() {
        for (String arguments : List.of(
                "{\"url\":\"http://127.0.0.1@evil.example.org/\"}",
                "{\"url\":\"ftp://127.0.0.1/\"}",
                "{\"url\":\"http://evil.example.org/\"}",
                "{\"url\":\"http:///x\"}",
                "{\"url\":\"" + root + "\",\"headers\":{\"Host\":\"x\"}}",
                "{\"url\":\"" + root + "\",\"method\":\"TRACE\"}")) {
            assertThat(plan(new HttpRequest(SecretStore.none()), arguments))
                    .as(arguments)
                    .isInstanceOf(Plan.Refused.class);
        }
    }

    @Test
    @DisplayName("TOOL-2 a health check tries as often as it may and fails with what came back")
    void healthCheck() {
        assertThat(check("\"" + root + "/flaky\",\"attempts\":2,\"intervalMillis\":100"))
                .isInstanceOfSatisfying(
                        ToolOutcome.Failed.class,
                        failed -> assertThat(failed.error()).contains("after 2 attempts: status 503, expected 200"));
        assertThat(check("\"" + root + "/flaky\",\"attempts\":2,\"intervalMillis\":100"))
                .isInstanceOf(ToolOutcome.Succeeded.class);
        assertThat(check("\"tcp://127.0.0.1:" + server.getAddress().getPort() + "\""))
                .isInstanceOf(ToolOutcome.Succeeded.class);
        assertThat(check("\"" + root + "/here\"")).isInstanceOf(ToolOutcome.Failed.class);
    }

    @Test
    @DisplayName("TOOL-2 a port where nobody listens is not healthy")
    void nobodyListens() {
        server.stop(0);

        assertThat(check("\"tcp://127.0.0.1:" + server.getAddress().getPort() + "\""))
                .isInstanceOfSatisfying(
                        ToolOutcome.Failed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(Failure.EXTERNAL));
    }

    private ToolOutcome get(String path) {
        Plan plan = plan(new HttpRequest(SecretStore.none()), "{\"url\":\"" + root + path + "\"}");
        return ((Plan.Ready) plan).action().perform(new Ending());
    }

    private ToolOutcome check(String url) {
        Plan plan = plan(new HealthCheck(), "{\"url\":" + url + "}");
        return ((Plan.Ready) plan).action().perform(new Ending());
    }

    private Plan plan(Tool tool, String arguments) {
        List<String> network = List.of("127.0.0.1:" + server.getAddress().getPort());
        return tool.plan(new ToolRequest(
                "action", arguments, new Permissions(List.of(), List.of(), List.of(), network), 10_000));
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] block = "x".repeat(65_536).getBytes(StandardCharsets.UTF_8);
        try (OutputStream body = exchange.getResponseBody()) {
            while (true) {
                body.write(block);
            }
        }
    }

    private void hang() {
        hanging.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
