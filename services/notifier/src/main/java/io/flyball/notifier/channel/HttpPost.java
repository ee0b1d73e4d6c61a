package io.flyball.notifier.channel;

import io.flyball.notifier.channel.Channel.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A POST of JSON, and what its answer means for a delivery. The address may be a secret, so nothing here tells it. */
final class HttpPost {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int TOO_MANY = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Answer send(URI address, String json, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        headers.forEach(request::header);
        try {
            return answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return new Answer.Refused(e.getClass().getSimpleName(), false, null);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.Refused("interrupted", false, null);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return new Answer.Took("HTTP " + status);
        }
        boolean mayPass = status / 100 == 5 || status == TOO_MANY || status == REQUEST_TIMEOUT;
        return new Answer.Refused("HTTP " + status, !mayPass, retryAfter(response));
    }

    private static @Nullable Duration retryAfter(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }
}
