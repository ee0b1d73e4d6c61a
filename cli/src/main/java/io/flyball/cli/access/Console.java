package io.flyball.cli.access;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Speaks JSON with one HTTP door of the suite, and turns its errors into failures that say what to do. */
public final class Console {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final String name;
    private final URI address;
    private final Optional<String> token;
    private final HttpClient client;

    Console(String name, URI address, Optional<String> token) {
        this.name = name;
        this.address = address;
        this.token = token;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    /** Where it answers, without a slash at the end. */
    public URI address() {
        return address;
    }

    /** One part of a path, made safe. */
    public static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Asks. */
    public JsonNode get(String path) {
        return body(send(request(path).timeout(ANSWER).GET().build(), BodyHandlers.ofString()));
    }

    /** Sends and returns the answer. */
    public JsonNode post(String path, JsonNode body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).timeout(ANSWER).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return body(send(request.POST(BodyPublishers.ofString(body.toString())).build(), BodyHandlers.ofString()));
    }

    /** Sends and returns the answer. */
    public JsonNode post(String path, JsonNode body) {
        return post(path, body, Map.of());
    }

    /**
     * Asks for JSON Lines and hands over each line as it comes, without its end.
     *
     * @throws CommandFailed if it breaks off before its end
     */
    public void lines(String path, Consumer<String> each) {
        HttpResponse<InputStream> response = send(
                request(path)
                        .header("Accept", "application/x-ndjson, application/problem+json")
                        .GET()
                        .build(),
                BodyHandlers.ofInputStream());
        try (var reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            if (response.statusCode() >= 300) {
                throw Problem.of(this, response.statusCode(), reader.readAllAsString());
            }
            reader.lines().forEach(each);
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailed(
                    ExitCode.UNREACHABLE,
                    "The %s at %s broke off: %s.".formatted(name, address, e.getMessage()),
                    "Try again; its log says why.");
        }
    }

    /** Begins to listen to server-sent events; 204 as status means that there are none any more. */
    HttpResponse<InputStream> stream(String path, String lastEventId) {
        HttpRequest.Builder request = request(path).header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> response = send(request.GET().build(), BodyHandlers.ofInputStream());
        if (response.statusCode() >= 300) {
            throw Problem.of(this, response.statusCode(), "");
        }
        return response;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request;
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new CommandFailed(
                    ExitCode.UNREACHABLE,
                    "The %s at %s does not answer: %s.".formatted(name, address, Problem.cause(e)),
                    "See 'flyball status'; start the stack with 'flyball up -d'.");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(ExitCode.INTERRUPTED, "Interrupted.", "");
        }
    }

    private JsonNode body(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw Problem.of(this, response.statusCode(), response.body());
        }
        try {
            return Json.parse(response.body());
        } catch (JacksonException _) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    "What answers at " + address + " sent no JSON; is it the " + name + "?",
                    "Check --url and FLYBALL_URL.");
        }
    }

    String name() {
        return name;
    }
}
