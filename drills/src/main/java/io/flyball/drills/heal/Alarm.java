package io.flyball.drills.heal;

import io.flyball.drills.load.Door;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Raises the alert of a fault by the door, as Alertmanager would. */
record Alarm(Door door, Scripts scripts) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ACCEPTED = 202;

    /** The fingerprint by which its run is found. */
    String raise(Fault fault, Path folder, Instant now) throws InterruptedException {
        String body = body(fault, folder, now);
        JsonNode answer = post("/webhooks/alertmanager", body);
        return answer.path("alerts").path(0).path("fingerprint").asString();
    }

    /** An innocent deployment of what the alert will be about, half a minute ago. */
    void decoy(Fault fault, Instant now) throws InterruptedException {
        Fault.Told alert = fault.alert();
        if (alert != null) {
            post(
                    "/webhooks/deployments",
                    JSON.writeValueAsString(Map.of(
                            "service", alert.service(),
                            "environment", "staging",
                            "version", "v43",
                            "previousVersion", "v42",
                            "description", "other colours",
                            "deployedAt", now.minusSeconds(30).toString())));
        }
    }

    private JsonNode post(String path, String body) throws InterruptedException {
        Door.Answer answer = door.post(path, body);
        if (answer.status() != ACCEPTED) {
            throw new IllegalStateException("the door answers " + answer.status() + " to " + path);
        }
        return JSON.readTree(answer.body());
    }

    private String body(Fault fault, Path folder, Instant now) {
        Path own = folder.resolve("alert.json");
        Fault.Told alert = fault.alert();
        try {
            return alert == null ? scripts.filled(Files.readString(own)) : body(alert, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String body(Fault.Told alert, Instant now) {
        Map<String, String> labels =
                new TreeMap<>(Map.of("alertname", alert.name(), "service", alert.service(), "severity", "critical"));
        Objects.requireNonNull(alert.labels()).forEach((name, value) -> labels.put(name, scripts.filled(value)));
        String fingerprint = Integer.toHexString(labels.hashCode()) + Long.toHexString(now.toEpochMilli());
        return JSON.writeValueAsString(Map.of(
                "receiver",
                "flyball",
                "status",
                "firing",
                "version",
                "4",
                "groupKey",
                "{}:{alertname=\"" + alert.name() + "\"}",
                "externalURL",
                "http://127.0.0.1:9093",
                "groupLabels",
                Map.of("alertname", alert.name()),
                "commonLabels",
                labels,
                "commonAnnotations",
                Map.of("summary", alert.summary()),
                "alerts",
                List.of(Map.of(
                        "status",
                        "firing",
                        "labels",
                        labels,
                        "annotations",
                        Map.of("summary", alert.summary()),
                        "startsAt",
                        now.toString(),
                        "endsAt",
                        "0001-01-01T00:00:00Z",
                        "generatorURL",
                        "http://127.0.0.1:9090/graph",
                        "fingerprint",
                        fingerprint))));
    }
}
