package io.flyball.planner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("INV-6 where an alert's labels say that its subject is")
class AlertPlaceTest {
    private static AlertFacts alert(Map<String, String> labels, Map<String, String> annotations) {
        return new AlertFacts("A", null, "critical", "s", false, labels, annotations, Instant.EPOCH);
    }

    private static AlertPlace place(Map<String, String> labels) {
        return AlertPlace.of(alert(labels, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "instance, 10.0.0.7:9100, , 10.0.0.7:9100, 10.0.0.7",
        "instance, https://shop.example/x?y=1, https://shop.example/x?y=1, shop.example:443, shop.example",
        "target, http://shop.example:8080, http://shop.example:8080, shop.example:8080, shop.example",
        "target, tcp://db.example:5432/, , db.example:5432, db.example",
        "host, db-1, , , db-1",
        "node, ip-10-0-0-1.ec2.internal, , , ip-10-0-0-1.ec2.internal",
    })
    void found(String label, String value, String url, String endpoint, String host) {
        assertThat(place(Map.of(label, value)))
                .isEqualTo(new AlertPlace(
                        Optional.ofNullable(url), Optional.ofNullable(endpoint), Optional.ofNullable(host)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "two words", "http://me:secret@shop.example/", "-rf", "a:b", "file:///etc/passwd", "x\ny"})
    @DisplayName("CTX-6 what is no address is none")
    void none(String value) {
        assertThat(place(Map.of("instance", value)))
                .isEqualTo(new AlertPlace(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    @DisplayName("INV-6 a dashboard or runbook is not the subject")
    void pages() {
        assertThat(AlertPlace.of(alert(Map.of(), Map.of("runbook_url", "https://wiki.example/x")))
                        .url())
                .isEmpty();
        assertThat(AlertPlace.of(alert(Map.of(), Map.of("health_url", "http://shop.example/up")))
                        .url())
                .contains("http://shop.example/up");
    }

    @Test
    @DisplayName("CTX-6 what it says is one line, of bounded length, without anything invisible")
    void summary() {
        assertThat(alert(Map.of(), Map.of("description", " a\u200b\n  b ")).summary())
                .isEqualTo("a b");
        assertThat(alert(Map.of(), Map.of("message", "x".repeat(500))).summary())
                .hasSizeLessThan(350);
        assertThat(alert(Map.of(), Map.of("summary", " ")).summary()).isEqualTo("A");
    }
}
