package io.flyball.console.ingress;

import io.flyball.catalogue.sources.AlertSources;
import io.flyball.console.door.BadBody;
import io.flyball.console.door.Json;
import io.flyball.console.sources.Delivery;
import io.flyball.console.sources.Reading;
import io.flyball.console.sources.Sources;
import io.flyball.contract.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.JsonNode;

/** Bodies as the console's addresses take them, without the door around. */
public final class TakenBodies {
    private static final Reception NOW = new Reception(Instant.parse("2026-11-21T03:00:00Z"), () -> "id");

    private final Sources sources = new Sources(AlertSources.shipped());
    private final LabelMapping mapping = new LabelMapping(new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("flyball.ingress", IngressProperties.class));

    /** The alerts of that body at that address; none if it opens nothing there, or is no alert of that source. */
    public List<Alert> at(String source, Path file) throws IOException {
        JsonNode body = Json.read(Files.readAllBytes(file));
        return source.equals(AlertmanagerFormat.SOURCE) ? alertmanager(body) : other(source, body);
    }

    private List<Alert> alertmanager(JsonNode body) {
        try {
            return new AlertmanagerFormat(mapping).read(body, NOW);
        } catch (BadBody _) {
            return List.of();
        }
    }

    private List<Alert> other(String source, JsonNode body) {
        Reading reading = sources.find(source).orElseThrow().read(new Delivery(body, Map.of(), NOW.at()));
        return reading instanceof Reading.Alerts read
                ? read.alerts().stream()
                        .map(alert -> new SourceAlerts(mapping).toRecord(alert, source, read.leftOut(), NOW))
                        .toList()
                : List.of();
    }
}
