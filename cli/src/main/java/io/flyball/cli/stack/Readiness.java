package io.flyball.cli.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks services whether they are ready. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** Why the service at that address is not ready; empty if it is. */
    String whyNot(String url) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness"))
                .timeout(PATIENCE)
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? "" : "it answers " + answer.statusCode() + ": " + answer.body();
        } catch (IOException e) {
            return "it does not answer";
        }
    }
}
