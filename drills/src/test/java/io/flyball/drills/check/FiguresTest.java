package io.flyball.drills.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FiguresTest {
    private static Figures with(List<String> broken) {
        return new Figures(
                "kill-services",
                40,
                39,
                1,
                0,
                0,
                Map.of("RESOLVED", 39),
                Map.of("planner", 2),
                new Recovery(900, 4_000, 2),
                12.5,
                0,
                77,
                broken);
    }

    @Test
    @DisplayName("RUN-20 the figures of a drill are there for programs")
    void json() {
        JsonNode json = new JsonMapper().readTree(new JsonMapper().writeValueAsString(with(List.of("one is stuck"))));

        assertThat(json.path("runs").asInt()).isEqualTo(40);
        assertThat(json.path("ended").asInt()).isEqualTo(39);
        assertThat(json.path("stuck").asInt()).isEqualTo(1);
        assertThat(json.path("effectsTwice").asInt(-1)).isZero();
        assertThat(json.path("gaps").asInt(-1)).isZero();
        assertThat(json.path("outcomes").path("RESOLVED").asInt()).isEqualTo(39);
        assertThat(json.path("faults").path("planner").asInt()).isEqualTo(2);
        assertThat(json.path("recoveryMillis").path("p50").asLong()).isEqualTo(900);
        assertThat(json.path("recoveryMillis").path("max").asLong()).isEqualTo(4_000);
        assertThat(json.path("seconds").asDouble()).isEqualTo(12.5);
        assertThat(json.path("seed").asLong()).isEqualTo(77);
        assertThat(json.path("broken").path(0).asString()).isEqualTo("one is stuck");
    }

    @Test
    @DisplayName("RUN-20 the figures of a drill say to people whether every invariant holds, and how to repeat it")
    void text() {
        assertThat(with(List.of()).text()).contains("every invariant holds", "seed            77");
        assertThat(with(List.of("one is stuck")).text()).contains("BROKEN", "one is stuck");
    }
}
