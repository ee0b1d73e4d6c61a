package io.flyball.drills.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StormEvidenceTest {
    private static final long MILLI = 1_000_000;
    private static final StormSettings THREE_OF_TWO = new StormSettings(3, 2, 1, 7, StormSettings.A_SECOND);
    private static final Map<String, Set<String>> FOUND =
            Map.of("a", Set.of("r1"), "b", Set.of("r2"), "c", Set.of("r1"));
    private static final Set<String> RUNS = Set.of("r1", "r2");
    private static final Map<String, Integer> ONCE_EACH = Map.of("x", 1, "y", 1);
    private static final Stop STOP = new Stop(1000 * MILLI, 1040 * MILLI, 2600 * MILLI, 2);

    @Test
    @DisplayName("ING-4 STOP-2 a storm in which everything holds")
    void good() {
        StormEvidence seen = evidence(FOUND, RUNS, RUNS, ONCE_EACH, List.of(900 * MILLI, 1020 * MILLI, 2700 * MILLI));
        assertThat(seen.broken()).isEmpty();
        assertThat(seen.stopAnsweredMillis()).isEqualTo(40);
        assertThat(seen.lastEffectMillis()).isEqualTo(20);
    }

    @Test
    @DisplayName("ING-4 an alert that no run tells of, or that two do, is a lost one")
    void lost() {
        assertThat(evidence(Map.of("a", Set.of("r1"), "b", Set.of("r1", "r2")), RUNS, RUNS, ONCE_EACH, List.of())
                        .broken())
                .containsExactly("1 alerts are found by no run", "1 alerts are found by more than one run");
    }

    @Test
    @DisplayName("ING-4 more runs than services, and runs without an end")
    void tooMany() {
        assertThat(evidence(FOUND, Set.of("r1", "r2", "r3"), RUNS, ONCE_EACH, List.of())
                        .broken())
                .containsExactly("3 runs for 2 services", "1 runs have no result");
    }

    @Test
    @DisplayName("STOP-2 an effect that begins more than a second after a stop was asked for")
    void tooLate() {
        assertThat(evidence(FOUND, RUNS, RUNS, Map.of("x", 2, "y", 1), List.of(2100 * MILLI))
                        .broken())
                .containsExactly(
                        "1 effects happened more than once", "an effect began 1100 ms after a stop was asked for");
    }

    @Test
    @DisplayName("STOP-2 a stop at which no run was open, and runs without effects, show nothing")
    void nothingShown() {
        Stop idle = new Stop(1000 * MILLI, 1040 * MILLI, 2600 * MILLI, 0);
        assertThat(new StormEvidence(
                                THREE_OF_TWO, FOUND, RUNS, RUNS, Map.of("x", 1), List.of(), List.of(idle), List.of())
                        .broken())
                .containsExactly(
                        "no run was open at any stop, so that nothing was there to be stopped",
                        "only 1 effects happened in 2 runs that ended");
    }

    private static StormEvidence evidence(
            Map<String, Set<String>> found,
            Set<String> opened,
            Set<String> ended,
            Map<String, Integer> effects,
            List<Long> moments) {
        return new StormEvidence(THREE_OF_TWO, found, opened, ended, effects, moments, List.of(STOP), List.of());
    }
}
