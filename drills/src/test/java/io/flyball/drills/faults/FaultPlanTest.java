package io.flyball.drills.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.drills.faults.FaultPlan.Fault;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    private static final List<String> TARGETS = List.of("planner", "governor", "notifier");

    @Test
    @DisplayName("RUN-20 the same seed breaks the same things at the same moments; another seed does not")
    void repeatable() {
        assertThat(FaultPlan.of(1, 100, TARGETS, 9)).isEqualTo(FaultPlan.of(1, 100, TARGETS, 9));
        assertThat(FaultPlan.of(1, 100, TARGETS, 9)).isNotEqualTo(FaultPlan.of(2, 100, TARGETS, 9));
    }

    @Test
    @DisplayName("RUN-20 every target is hit as often as the others, while runs are still to come")
    void fair() {
        List<Fault> faults = FaultPlan.of(3, 100, TARGETS, 9).faults();

        assertThat(faults.stream().collect(Collectors.groupingBy(Fault::target, Collectors.counting())))
                .containsOnlyKeys(TARGETS)
                .allSatisfy((_, count) -> assertThat(count).isEqualTo(3));
        assertThat(faults).extracting(Fault::afterRuns).isSorted().allMatch(after -> after >= 1 && after < 100);
    }

    @Test
    @DisplayName("RUN-20 even a single run can be drilled")
    void tiny() {
        assertThat(FaultPlan.of(3, 1, TARGETS, 2).faults())
                .extracting(Fault::afterRuns)
                .containsExactly(1, 1);
    }

    @Test
    @DisplayName("RUN-20 runs wait for the next fault, and no longer once the last has struck")
    void runsWaitForFaults() {
        FaultPlan plan = new FaultPlan(List.of(new Fault("planner", 10, 0, 0)));

        assertThat(plan.allowedRuns(0, 8)).isEqualTo(14);
        assertThat(plan.allowedRuns(1, 8)).isEqualTo(Integer.MAX_VALUE);
        assertThat(FaultPlan.none().allowedRuns(0, 8)).isEqualTo(Integer.MAX_VALUE);
    }
}
