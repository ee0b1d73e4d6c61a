package io.flyball.drills.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Requests to the console, each with what the console wants to be shown. */
final class ConsoleRequests {
    /** Whoever waits for longer has got no answer. */
    static final Duration ONE_ANSWER = Duration.ofSeconds(45);

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI console;
    private final String token;

    ConsoleRequests(URI console, String token) {
        this.console = console;
        this.token = token;
    }

    HttpRequest.Builder post(String path, Map<String, Object> body) {
        return post(path, JSON.writeValueAsString(body));
    }

    HttpRequest.Builder post(String path, String json) {
        return request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(console.resolve(path))
                .timeout(ONE_ANSWER)
                .header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }
}
