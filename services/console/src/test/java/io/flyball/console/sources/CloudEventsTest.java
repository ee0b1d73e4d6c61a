package io.flyball.console.sources;

import static io.flyball.console.sources.OwnBodies.alert;
import static io.flyball.console.sources.OwnBodies.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("ING-1 what CloudEvents tell")
class CloudEventsTest {
    private static String event(String type, String more) {
        return "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"/p\", \"type\": \"%s\", \"subject\": \"checkout\", %s}"
                .formatted(type, more);
    }

    @ParameterizedTest
    @CsvSource({
        "com.x.alert.firing, '', FIRING",
        "com.x.alert.v1, '', FIRING",
        "com.x.alert, open, FIRING",
        "com.x.alert.changed, Closed, OVER",
        "com.x.alert.resolved.v2, '', OVER",
        "com.x.alert.acknowledged, '', NEITHER",
        "com.x.alerttest, '', NEITHER",
        "com.x.alert.changed, banana, UNKNOWN",
        "com.x.alert.sideways, '', UNKNOWN"
    })
    @DisplayName("ING-6 a status or a type in words that nobody knows is refused, and not taken for firing")
    void states(String type, String status, CloudEventState state) {
        String data =
                status.isEmpty() ? "{\"name\": \"Slow\"}" : "{\"name\": \"Slow\", \"status\": \"" + status + "\"}";
        Reading reading = read("cloudevents", event(type, "\"data\": " + data));
        switch (state) {
            case FIRING, OVER ->
                assertThat(((Reading.Alerts) reading).alerts().getFirst().firing())
                        .isEqualTo(state == CloudEventState.FIRING);
            case NEITHER -> assertThat(reading).isInstanceOf(Reading.OpensNothing.class);
            case UNKNOWN ->
                assertThat(((Reading.IsNone) reading).pointer()).isEqualTo(status.isEmpty() ? "/type" : "/data/status");
        }
    }

    @Test
    @DisplayName("ING-1 data as Base64 is data, and headers may have other letters than those of ASCII")
    void encodings() {
        String data = "{\"name\": \"Slow\", \"status\": \"firing\"}";
        String base64 = Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8));
        SourceAlert packed = alert("cloudevents", event("com.x.alert", "\"data_base64\": \"" + base64 + "\""));
        assertThat(packed.fingerprint())
                .isEqualTo(alert("cloudevents", event("com.x.alert", "\"data\": " + data))
                        .fingerprint());
        Map<String, String> headers = Map.of(
                "ce-specversion",
                "1.0",
                "ce-id",
                "1",
                "ce-source",
                "/p",
                "ce-type",
                "com.x.alert.firing",
                "ce-subject",
                "K%C3%A4se%20a+b");
        assertThat(((Reading.Alerts) read("cloudevents", data, headers))
                        .alerts()
                        .getFirst()
                        .labels())
                .containsEntry("ce_subject", "Käse a+b");
    }

    @Test
    @DisplayName("ING-2 what begins and what ends are one condition, where nothing but the type tells of it")
    void oneCondition() {
        String begun =
                alert("cloudevents", event("com.x.alert", "\"data\": {}")).fingerprint();
        assertThat(alert("cloudevents", event("com.x.alert.resolved", "\"data\": {}"))
                        .fingerprint())
                .isEqualTo(begun);
        assertThat(alert("cloudevents", event("com.x.alert.firing.v1", "\"data\": null"))
                        .fingerprint())
                .isEqualTo(begun);
    }
}
