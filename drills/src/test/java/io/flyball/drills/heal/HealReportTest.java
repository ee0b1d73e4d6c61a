package io.flyball.drills.heal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CASE-6 the table says of each fault whether it was put right, failures included")
class HealReportTest {
    private static HealedFault fault(boolean healed, boolean escalated, boolean forPerson, String... collateral) {
        return new HealedFault(
                "dead",
                "process/dead",
                List.of("process/dead"),
                true,
                true,
                healed,
                escalated,
                forPerson,
                List.of(collateral),
                2.0,
                healed ? 9.0 : null,
                0,
                healed ? "RESOLVED" : "ESCALATED",
                "its last words");
    }

    @Test
    @DisplayName("healed, or handed over where only a person should act, is right")
    void right() {
        HealReport report = HealReport.of(1, false, List.of(fault(true, false, false), fault(false, true, true)));

        assertThat(report.good()).isTrue();
        assertThat(report.totals().right()).isEqualTo(2);
        assertThat(report.totals().medianSecondsToHealed()).isEqualTo(9.0);
        assertThat(report.text()).contains("healed").contains("handed over").doesNotContain("its last words");
    }

    @Test
    @DisplayName("handed over without need, or with something changed beside, is not")
    void wrong() {
        HealReport needless = HealReport.of(1, false, List.of(fault(false, true, false)));
        HealReport collateral = HealReport.of(1, false, List.of(fault(true, false, false, "file:x")));

        assertThat(needless.good()).isFalse();
        assertThat(needless.text()).contains("HANDED OVER").contains("its last words");
        assertThat(collateral.good()).isFalse();
        assertThat(collateral.text()).contains("file:x");
    }

    @Test
    @DisplayName("what could not be tried is told, and no success")
    void notTried() {
        HealedFault missing = new HealedFault(
                "a",
                "disk/full",
                List.of(),
                false,
                false,
                false,
                false,
                false,
                List.of(),
                null,
                null,
                0,
                "",
                "no root");

        assertThat(HealReport.of(1, false, List.of(missing)).good()).isFalse();
        assertThat(HealReport.of(1, false, List.of(missing)).text())
                .contains("not tried")
                .contains("no root");
    }
}
