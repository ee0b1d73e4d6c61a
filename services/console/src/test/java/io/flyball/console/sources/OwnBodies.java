package io.flyball.console.sources;

import io.flyball.catalogue.sources.AlertSources;
import io.flyball.console.door.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Reads bodies that a test writes. */
final class OwnBodies {
    static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final Sources SOURCES = new Sources(AlertSources.shipped());

    private OwnBodies() {}

    static Reading read(String source, String body) {
        return read(source, body, Map.of());
    }

    static Reading read(String source, String body, Map<String, String> headers) {
        return SOURCES.find(source)
                .orElseThrow()
                .read(new Delivery(Json.read(body.getBytes(StandardCharsets.UTF_8)), headers, NOW));
    }

    /** The one alert of a body. */
    static SourceAlert alert(String source, String body) {
        if (read(source, body) instanceof Reading.Alerts read && read.alerts().size() == 1) {
            return read.alerts().getFirst();
        }
        throw new AssertionError("not one alert but " + read(source, body));
    }
}
