package io.flyball.console.ingress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flyball.console.door.BadBody;
import io.flyball.console.door.FieldError;
import io.flyball.console.door.Json;
import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ING-1 Alertmanager's webhook as Alertmanager sends it")
class AlertmanagerFormatTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final AlertmanagerFormat format =
            new AlertmanagerFormat(new LabelMapping(IngressPropertiesTest.defaults()));

    private List<Alert> read(String json) {
        AtomicInteger ids = new AtomicInteger();
        return format.read(
                Json.read(json.getBytes(StandardCharsets.UTF_8)),
                new Reception(NOW, () -> "id-" + ids.incrementAndGet()));
    }

    private List<Alert> file(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/alertmanager/" + name))) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private List<FieldError> errors(String json) {
        return catchThrowableOfType(BadBody.class, () -> read(json)).errors();
    }

    @Test
    @DisplayName("ING-2 every field of an alert comes from the body")
    void everyFieldIsMapped() throws IOException {
        Alert first = file("firing-two.json").getFirst();
        assertThat(first.getId()).isEqualTo("id-1");
        assertThat(first.getFingerprint()).isEqualTo("3f1c6ad2b5e00871");
        assertThat(first.getName()).isEqualTo("HighErrorRate");
        assertThat(first.getService()).isEqualTo("checkout");
        assertThat(first.getEnvironment()).isEqualTo("production");
        assertThat(first.getSeverity()).isEqualTo("critical");
        assertThat(first.getStatus()).isEqualTo(AlertStatus.FIRING);
        assertThat(first.getLabels()).containsEntry("env", "Prod").hasSize(5);
        assertThat(first.getAnnotations())
                .containsEntry("summary", "12 % of requests fail")
                .hasSize(2);
        assertThat(first.getStartsAt()).isEqualTo(Instant.parse("2026-11-20T21:10:03.127Z"));
        assertThat(first.getEndsAt()).isNull();
        assertThat(first.getGeneratorUrl()).isEqualTo("http://prometheus.example:9090/graph?g0.expr=rate");
        assertThat(first.getSource()).isEqualTo("alertmanager");
        assertThat(first.getReceivedAt()).isEqualTo(NOW);
    }

    @Test
    @DisplayName(
            "ING-4 what Alertmanager left out of the notification goes on with each of its alerts; nonsense counts as nothing")
    void leftOut() {
        String body = """
                {"alerts": [{"labels": {"alertname": "A"}}, {"labels": {"alertname": "B"}}], "truncatedAlerts": %s}""";
        assertThat(read(body.formatted("37"))).extracting(Alert::getLeftOut).containsExactly(37, 37);
        for (String nonsense : List.of("0", "-1", "\"many\"", "null")) {
            assertThat(read(body.formatted(nonsense)))
                    .extracting(Alert::getLeftOut)
                    .containsExactly(0, 0);
        }
    }

    @Test
    void eachAlertOfABodyIsOneRecordWithItsOwnStatus() throws IOException {
        List<Alert> alerts = file("firing-two.json");
        assertThat(alerts).extracting(Alert::getStatus).containsExactly(AlertStatus.FIRING, AlertStatus.RESOLVED);
        Alert second = alerts.get(1);
        assertThat(second.getId()).isEqualTo("id-2");
        assertThat(second.getService()).isEqualTo("search");
        assertThat(second.getEnvironment()).isEqualTo("staging");
        assertThat(second.getSeverity()).isEqualTo("warning");
        assertThat(second.getEndsAt()).isEqualTo(Instant.parse("2026-11-20T21:12:00Z"));
        assertThat(second.getGeneratorUrl()).isNull();
    }

    @Test
    @DisplayName("ING-2 without a fingerprint it is a stable hash of source and labels")
    void fingerprintWithoutOne() throws IOException {
        String once = file("firing-two.json").get(1).getFingerprint();
        assertThat(once)
                .matches("[0-9a-f]{32}")
                .isEqualTo(file("firing-two.json").get(1).getFingerprint());
    }

    @Test
    void firingAndResolvedHaveTheSameFingerprint() throws IOException {
        assertThat(file("resolved.json").getFirst().getFingerprint())
                .isEqualTo(file("firing-two.json").getFirst().getFingerprint());
    }

    @Test
    void prometheusItselfTellsTheEndByTime() throws IOException {
        List<Alert> alerts = file("prometheus-itself.json");
        assertThat(alerts).extracting(Alert::getStatus).containsExactly(AlertStatus.RESOLVED, AlertStatus.FIRING);
        assertThat(alerts.get(1).getEndsAt()).isNull();
        assertThat(alerts.get(0).getFingerprint()).isNotEqualTo(alerts.get(1).getFingerprint());
    }

    @Test
    void anAlertWithoutANameGetsOne() {
        assertThat(read("{\"alerts\":[{\"labels\":{\"job\":\"x\"},\"annotations\":{\"summary\":\"it is down\"}}]}")
                        .getFirst()
                        .getName())
                .isEqualTo("it is down");
        assertThat(read("{\"alerts\":[{\"labels\":{}}]}").getFirst().getName()).isEqualTo("unnamed alert");
    }

    @Test
    @DisplayName("ING-6 every wrong field is named with what was expected")
    void everyWrongFieldIsNamed() {
        assertThat(errors("""
                        {"status":"smouldering","alerts":[
                          {"labels":{"alertname":"A","nested":{"x":1}},"startsAt":"yesterday"},
                          {"labels":[1]},
                          7
                        ]}"""))
                .extracting(FieldError::pointer)
                .contains("/status", "/alerts/0/labels/nested", "/alerts/0/startsAt", "/alerts/1/labels", "/alerts/2");
    }

    @Test
    @DisplayName("ING-6 a body without alerts says what was expected")
    void noAlerts() {
        assertThat(errors("{}"))
                .containsExactly(new FieldError("/alerts", "an array with at least one alert", "nothing"));
        assertThat(errors("{\"alerts\":[]}")).extracting(FieldError::pointer).containsExactly("/alerts");
        assertThat(errors("[]")).extracting(FieldError::expected).containsExactly("at least one alert");
        assertThat(errors("\"down\"")).extracting(FieldError::expected).contains("an object");
    }

    @Test
    void namesWithSignsOfAPointerAreEscaped() {
        assertThat(errors("{\"alerts\":[{\"labels\":{\"a/b~c\":[]}}]}"))
                .extracting(FieldError::pointer)
                .containsExactly("/alerts/0/labels/a~1b~0c");
    }
}
