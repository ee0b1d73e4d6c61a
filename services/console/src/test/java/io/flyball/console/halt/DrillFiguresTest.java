package io.flyball.console.halt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DrillFiguresTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private static HaltView view(boolean confirmed, HaltView.Answer... answers) {
        return new HaltView(7, confirmed, List.of(answers), List.of());
    }

    private static HaltView.Answer answer(String service, int running, int ended) {
        return new HaltView.Answer(service + "@one:1", service, running, ended, 0, 0, 5, AT);
    }

    private static boolean proved(HaltView view) {
        return DrillFigures.of(AT, 3L, Map.of(), view).proved();
    }

    @Test
    @DisplayName("STOP-10 a drill proves something only if an executor took part and its no-op action was ended")
    void executorsTakePart() {
        HaltView.Answer governor = answer("governor", 0, 0);
        assertThat(proved(view(true, governor, answer("tool-executor", 1, 1)))).isTrue();
        assertThat(proved(view(true, governor))).isFalse();
        assertThat(proved(view(true, governor, answer("tool-executor", 1, 0)))).isFalse();
        assertThat(proved(view(false, governor, answer("tool-executor", 1, 1)))).isFalse();
        assertThat(DrillFigures.of(AT, null, Map.of(), view(true, answer("tool-executor", 1, 1)))
                        .proved())
                .isFalse();
        assertThat(DrillFigures.of(AT, 3L, Map.of(), view(true, governor)).sentence())
                .startsWith("NOT PROVED");
    }
}
