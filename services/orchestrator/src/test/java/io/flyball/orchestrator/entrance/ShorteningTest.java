package io.flyball.orchestrator.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.orchestrator.config.BoundProperties;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ShorteningTest {
    private static final String PLACE = "agent.alerts, partition 0, offset 7";

    private final Shortening shortening = new Shortening(BoundProperties.DEFAULT);

    @Test
    @DisplayName("ING-6 what is within its bound is left alone, at the bound too")
    void leftAlone() {
        Map<String, String> texts = Map.of("a", "x".repeat(8_000), "b".repeat(500), "y");
        assertThat(shortening.texts(texts, PLACE)).isSameAs(texts);
    }

    @Test
    @DisplayName("ING-6 RUN-25 a long text is shortened, and says how much is missing and where all of it is")
    void longText() {
        String kept = shortening.texts(Map.of("a", "x".repeat(600_000)), PLACE).get("a");
        assertThat(kept)
                .startsWith("xxx")
                .endsWith("... (shortened: the first 8000 of 600000 characters; all of it is in " + PLACE + ")");
    }

    @Test
    @DisplayName("ING-6 RUN-25 of too many labels, or too long ones, as many are kept as fit, and their number is told")
    void manyTexts() {
        Map<String, String> many = new TreeMap<>();
        for (int i = 0; i < 5_000; i++) {
            many.put("label" + i, "value");
        }
        assertThat(shortening.texts(many, PLACE))
                .hasSize(201)
                .containsEntry("shortened", "4800 of 5000 are left out here; all are in " + PLACE);

        Map<String, String> large = new TreeMap<>();
        for (int i = 0; i < 100; i++) {
            large.put("label" + i, "x".repeat(7_000));
        }
        int size = shortening.texts(large, PLACE).entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        assertThat(size).isBetween(30_000, 33_000);
    }

    @Test
    @DisplayName("ING-6 no pair of surrogates is torn apart; lone ones and NUL are left alone")
    void unicode() {
        String torn = Shortening.text("\uD83D\uDE00".repeat(100), 3, PLACE);
        assertThat(torn).startsWith("\uD83D\uDE00...");
        assertThat(Shortening.text("\u0000\uDE00\uD83D", 3, PLACE)).isEqualTo("\u0000\uDE00\uD83D");
    }
}
