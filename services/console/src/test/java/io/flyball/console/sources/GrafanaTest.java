package io.flyball.console.sources;

import static io.flyball.console.sources.OwnBodies.alert;
import static io.flyball.console.sources.OwnBodies.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ING-1 what Grafana sends")
class GrafanaTest {
    private static String body(String group, String alert) {
        return "{\"receiver\": \"\", \"status\": \"firing\", \"title\": \"[FIRING:1, RESOLVED:2] Slow (shop)\", %s \"alerts\": [%s]}"
                .formatted(group, alert);
    }

    @Test
    @DisplayName("ING-2 an alert without labels is named by its group or the title, without the status in it")
    void withoutLabels() {
        String bare =
                "{\"status\": \"resolved\", \"labels\": null, \"annotations\": {}, \"values\": null, \"fingerprint\": \"f\"}";
        assertThat(alert("grafana", body("", bare)).name()).isEqualTo("Slow (shop)");
        assertThat(alert("grafana", body("\"commonLabels\": {\"alertname\": \"Memory\"},", bare))
                        .name())
                .isEqualTo("Memory");
    }

    @Test
    @DisplayName("ING-6 what has neither labels nor a fingerprint could never be resolved")
    void withoutIdentity() {
        Reading reading = read("grafana", body("", "{\"status\": \"firing\"}"));
        assertThat(((Reading.IsNone) reading).pointer()).isEqualTo("/alerts/0/labels");
        assertThat(read("grafana", body("", "7"))).isInstanceOf(Reading.IsNone.class);
    }
}
