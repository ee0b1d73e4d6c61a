package io.flyball.drills.poison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PoisonFiguresTest {

    @Test
    @DisplayName(
            "RUN-25 the drill finds a good run that has not ended, what is lost, what the suite answers wrongly, and who is not ready")
    void findsWhatIsBroken() {
        assertThat(figures(10, List.of(), List.of(), List.of()).good()).isTrue();
        assertThat(figures(9, List.of(), List.of(), List.of()).broken()).containsExactly("1 good runs have not ended");
        assertThat(figures(10, List.of("a text (id)"), List.of(), List.of()).broken())
                .containsExactly("accepted, and neither a run nor a dead letter: a text (id)");
        assertThat(figures(10, List.of(), List.of("a text: 503"), List.of()).good())
                .isFalse();
        assertThat(figures(10, List.of(), List.of(), List.of("orchestrator: 503"))
                        .text())
                .contains("BROKEN")
                .contains("not ready: orchestrator");
    }

    @Test
    @DisplayName("RUN-25 the same seed makes the same bodies")
    void sameSeed() {
        var one = new Hostile(new PoisonSettings(1, 100, 7));
        var again = new Hostile(new PoisonSettings(1, 100, 7));
        assertThat(IntStream.range(0, 100).mapToObj(one::body))
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(again::body).toList());
        assertThat(IntStream.range(0, 13).mapToObj(i -> one.body(i).path()))
                .contains("/alerts", "/runs", "/deployments");
    }

    private static PoisonFigures figures(int ended, List<String> lost, List<String> failed, List<String> unready) {
        return new PoisonFigures("poison", 10, ended, Map.of(202, 5), 5, lost, failed, 1, unready, 1, 7);
    }
}
