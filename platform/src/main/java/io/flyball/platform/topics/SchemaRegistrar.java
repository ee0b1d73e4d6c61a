package io.flyball.platform.topics;

import io.flyball.schemas.Topic;
import io.flyball.schemas.TopicCatalogue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Registers every topic's schema under Confluent's subject name, {@code <topic>-value}. */
public final class SchemaRegistrar {
    private static final JsonMapper JSON = new JsonMapper();

    private final TopicCatalogue catalogue;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public SchemaRegistrar(TopicCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Registers all schemas; one that is there already keeps its id.
     *
     * @param registry root of the registry, without {@code /apis}
     * @throws IllegalStateException if the registry refuses one, for example because it breaks compatibility
     */
    public void register(URI registry) {
        catalogue.topics().forEach(topic -> register(registry, topic));
    }

    private void register(URI registry, Topic topic) {
        String body = JSON.writeValueAsString(Map.of("schema", topic.schema().toString()));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(registry + "/apis/ccompat/v7/subjects/" + topic.name() + "-value/versions"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the registry refused the schema of " + topic.name() + ": "
                        + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException("no answer from the registry at " + registry, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
