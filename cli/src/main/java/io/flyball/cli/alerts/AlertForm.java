package io.flyball.cli.alerts;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** In whose words an alert is written. */
enum AlertForm {
    OURS("/alerts"),
    ALERTMANAGER("/webhooks/alertmanager");

    private final String path;

    AlertForm(String path) {
        this.path = path;
    }

    /** Where the console takes such a body. */
    String path() {
        return path;
    }

    /** Told from the body alone; empty if it is neither. */
    static Optional<AlertForm> of(JsonNode body) {
        if (body.isObject() && body.path("alerts").isArray()) {
            return Optional.of(ALERTMANAGER);
        }
        JsonNode first = body.isArray() ? body.path(0) : body;
        if (first.path("name").isString()) {
            return Optional.of(OURS);
        }
        return first.path("labels").path("alertname").isString() ? Optional.of(ALERTMANAGER) : Optional.empty();
    }
}
