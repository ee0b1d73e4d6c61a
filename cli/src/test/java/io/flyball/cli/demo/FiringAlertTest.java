package io.flyball.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.output.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import tools.jackson.databind.JsonNode;

@DisplayName("CLI-2 the alert of the demo")
class FiringAlertTest {
    private static final JsonNode BODY =
            FiringAlert.body(URI.create("http://127.0.0.1:20001/health"), Instant.parse("2026-11-21T05:59:00Z"));

    @Test
    @DisplayName("CLI-2 the fingerprint is the one that Alertmanager gave to these labels")
    void fingerprint() {
        assertThat(FiringAlert.fingerprint(new TreeMap<>(Map.of(
                        "alertname", "InstanceDown",
                        "cluster", "spike",
                        "env", "staging",
                        "instance", "127.0.0.1:29100",
                        "job", "node",
                        "replica", "A",
                        "service", "checkout",
                        "severity", "critical",
                        "team", "payments"))))
                .isEqualTo("d7840da243e8241c");
    }

    @Test
    void labelsNameServiceAndHealthPage() {
        JsonNode labels = BODY.at("/alerts/0/labels");
        assertThat(labels.path("alertname").asString()).isEqualTo("ServiceUnavailable");
        assertThat(labels.path("service").asString()).isEqualTo("shop");
        assertThat(labels.path("environment").asString()).isEqualTo("production");
        assertThat(labels.path("severity").asString()).isEqualTo("critical");
        assertThat(labels.path("health_url").asString()).isEqualTo("http://127.0.0.1:20001/health");
    }

    @Test
    @DisplayName("ING-1 the body has the fields of one that a real Alertmanager sent")
    @EnabledIfEnvironmentVariable(named = "FLYBALL_SHARED_DATA", matches = ".+")
    void fieldsOfACapturedBody() throws IOException {
        Path captured = Path.of(System.getenv("FLYBALL_SHARED_DATA"), "alerts", "alertmanager-0.25-firing.json");
        JsonNode real = Json.parse(Files.readString(captured));

        assertThat(new TreeSet<>(BODY.propertyNames())).isEqualTo(new TreeSet<>(real.propertyNames()));
        assertThat(new TreeSet<>(BODY.at("/alerts/0").propertyNames()))
                .isEqualTo(new TreeSet<>(real.at("/alerts/0").propertyNames()));
    }
}
