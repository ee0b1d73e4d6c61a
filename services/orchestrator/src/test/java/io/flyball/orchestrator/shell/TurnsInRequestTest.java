package io.flyball.orchestrator.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.PlanDecisionKind;
import io.flyball.contract.Turn;
import io.flyball.contract.TurnAction;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TurnsInRequestTest {

    @Test
    @DisplayName("RUN-25 a run whose steps grow goes on: the oldest are shortened and marked, the newest stay whole")
    void oldestFirst() {
        List<Turn> turns =
                IntStream.range(0, 10).mapToObj(i -> turn(i, 100_000)).toList();

        List<Turn> kept = TurnsInRequest.within(turns, 300_000);

        assertThat(kept).extracting(Turn::getStep).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(kept.subList(8, 10)).isEqualTo(turns.subList(8, 10));
        assertThat(kept.get(7).getActions().getFirst().getOutput())
                .hasSizeLessThan(500)
                .contains("shortened: the run has too many long steps; 100000 characters");
    }

    @Test
    @DisplayName("RUN-25 one step that is too long for itself is shortened too; bytes count, not characters")
    void newestToo() {
        assertThat(TurnsInRequest.within(List.of(turn(1, 400_000)), 300_000))
                .singleElement()
                .satisfies(turn ->
                        assertThat(turn.getActions().getFirst().getOutput()).hasSizeLessThan(500));
        Turn wide = Turn.newBuilder(turn(1, 1))
                .setReasoning("\u20ac".repeat(150_000))
                .build();
        assertThat(TurnsInRequest.within(List.of(wide), 300_000).getFirst().getReasoning())
                .hasSizeLessThan(500);
    }

    @Test
    @DisplayName("RUN-25 what is short stays as it is")
    void shortOnes() {
        List<Turn> turns = List.of(turn(0, 10), turn(1, 10));
        assertThat(TurnsInRequest.within(turns, 300_000)).isEqualTo(turns);
    }

    private static Turn turn(int step, int output) {
        return Turn.newBuilder()
                .setStep(step)
                .setDecisionId("d" + step)
                .setKind(PlanDecisionKind.ACT)
                .setReasoning("because")
                .setActions(List.of(TurnAction.newBuilder()
                        .setActionId("a" + step)
                        .setLabel("look")
                        .setTool("run_command")
                        .setArgumentsJson("{}")
                        .setTarget("service:shop")
                        .setOutput("x".repeat(output))
                        .build()))
                .build();
    }
}
