package io.flyball.console.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ING-2 a stable hash of source and sorted labels")
class FingerprintTest {

    @Test
    void theOrderOfLabelsDoesNotCount() {
        Map<String, String> oneWay = new LinkedHashMap<>();
        oneWay.put("a", "1");
        oneWay.put("b", "2");
        Map<String, String> other = new LinkedHashMap<>();
        other.put("b", "2");
        other.put("a", "1");
        assertThat(Fingerprint.of("s", oneWay)).isEqualTo(Fingerprint.of("s", other));
    }

    @Test
    void itIsTheSameInEveryVersion() {
        assertThat(Fingerprint.of("alertmanager", Map.of("alertname", "Down", "job", "node")))
                .isEqualTo("92d585866344fad4c10e741f51ddeef9");
    }

    @Test
    void everyPartCounts() {
        String one = Fingerprint.of("s", Map.of("a", "1"));
        assertThat(one)
                .isNotEqualTo(Fingerprint.of("t", Map.of("a", "1")))
                .isNotEqualTo(Fingerprint.of("s", Map.of("a", "2")))
                .isNotEqualTo(Fingerprint.of("s", Map.of("b", "1")))
                .isNotEqualTo(Fingerprint.of("s", Map.of("a", "1", "b", "")));
    }

    @Test
    void charactersCannotWanderFromNameToValue() {
        assertThat(Fingerprint.of("s", Map.of("ab", "c"))).isNotEqualTo(Fingerprint.of("s", Map.of("a", "bc")));
    }
}
