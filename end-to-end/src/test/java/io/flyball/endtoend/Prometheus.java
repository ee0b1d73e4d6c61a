package io.flyball.endtoend;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus that reads a suite's services each second, as the one of docker-compose.yml does. */
final class Prometheus implements AutoCloseable {
    private static final String PROGRAM = "prometheus";
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = freePort();
    private final Process process;

    Prometheus(Path folder, Path token, List<URI> services) throws IOException {
        Path settings = Files.writeString(
                folder.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s, scrape_timeout: 1s}
                scrape_configs:
                  - job_name: flyball
                    metrics_path: /actuator/prometheus
                    authorization: {credentials_file: %s}
                    static_configs: [{targets: [%s]}]
                """.formatted(token.toAbsolutePath(), targets(services)));
        process = new ProcessBuilder(
                        PROGRAM,
                        "--config.file=" + settings,
                        "--storage.tsdb.path=" + folder.resolve("series"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
    }

    private static String targets(List<URI> services) {
        return services.stream()
                .map(it -> '"' + it.getHost() + ':' + it.getPort() + '"')
                .collect(Collectors.joining(", "));
    }

    static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
    }

    /** Whether the query gives at least one series; a query that cannot be read is an error. */
    boolean hasSeries(String query) {
        JsonNode answer = ask(query);
        String status = answer.path("status").asString("");
        if (status.equals("error")) {
            throw new AssertionError(query + ": " + answer.path("error").asString(""));
        }
        return !answer.path("data").path("result").isEmpty();
    }

    private JsonNode ask(String query) {
        var address = URI.create(
                "http://127.0.0.1:" + port + "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        try {
            return new JsonMapper()
                    .readTree(http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException _) {
            // It is still starting.
            return new JsonMapper().createObjectNode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws Exception {
        http.close();
        process.destroy();
        process.waitFor(20, TimeUnit.SECONDS);
    }
}
