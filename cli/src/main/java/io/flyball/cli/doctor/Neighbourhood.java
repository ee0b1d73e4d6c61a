package io.flyball.cli.doctor;

import io.flyball.cli.output.Json;
import io.flyball.cli.status.Part;
import io.flyball.cli.stop.StopKey;
import io.flyball.platform.stop.StopState;
import io.flyball.schemas.TopicCatalogue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Services, registry and Redis, each asked once. */
final class Neighbourhood {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Neighbourhood() {}

    static Finding part(Part part) {
        return part.up()
                ? Finding.ok(part.name(), "answers at " + part.url())
                : Finding.problem(
                        part.name(), "at " + part.url() + ": " + part.detail() + "; flyball logs " + part.name());
    }

    static Finding redis(URI address) {
        return switch (new StopKey(address).read()) {
            case StopState.Clear _ -> Finding.ok("emergency stop", "is off");
            case StopState.Stopped on
            when on.reason().equals("the key is missing") ->
                Finding.problem("emergency stop", "Redis holds no key, so nothing acts; the governor makes it");
            case StopState.Stopped on -> Finding.ok("emergency stop", "is on, by " + on.by() + ": " + on.reason());
            case StopState.Unknown unknown -> Finding.problem("emergency stop", "is not known: " + unknown.why());
        };
    }

    static Finding registry(URI address, TopicCatalogue catalogue) throws InterruptedException {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(URI.create(address + "/apis/ccompat/v7/subjects"))
                    .timeout(PATIENCE)
                    .build();
            return schemas(
                    catalogue,
                    Json.parse(http.send(request, BodyHandlers.ofString()).body()));
        } catch (IOException | JacksonException e) {
            return Finding.problem("schemas", "the registry at " + address + " gives no list: " + e);
        }
    }

    private static Finding schemas(TopicCatalogue catalogue, JsonNode subjects) {
        Set<String> known = subjects.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        List<String> missing = catalogue.topics().stream()
                .map(topic -> topic.name() + "-value")
                .filter(subject -> !known.contains(subject))
                .toList();
        return missing.isEmpty()
                ? Finding.ok("schemas", catalogue.topics().size() + " schemas are registered")
                : Finding.problem("schemas", "not registered: " + String.join(", ", missing));
    }
}
