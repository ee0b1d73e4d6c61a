package io.flyball.drills.heal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flyball.drills.load.Door;
import io.flyball.drills.suite.Built;
import io.flyball.drills.suite.Suite;
import io.flyball.drills.suite.SuiteSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A few quick faults on one suite; {@code flyball heal} takes all. */
class HealE2E {
    private static final Path FAULTS = Path.of("../faults").toAbsolutePath().normalize();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    @Test
    @DisplayName(
            "CASE-5 CASE-6 CAT-1 real faults are found by real probes, undone by governed remedies or handed over, and nothing else is changed")
    void healed() throws Exception {
        assumeTrue(Requirements.missing(List.of()).isEmpty(), "a program of the stage is not on this machine");
        try (Shop shop = Shop.in(FAULTS, data.resolve("logs"));
                Suite suite = Suite.start(
                        new SuiteSettings(new Built(Path.of("..")), data, 1, false, shop), System.out::println)) {
            Healing healing = new Healing(
                    shop, FAULTS, new Door(suite.console(), suite.token()), true, _ -> {}, System.out::println);
            for (Fault fault : new Faults(FAULTS).named(List.of("dead", "cache-policy", "partner-down"), 1)) {
                HealedFault became = healing.of(fault);

                assertThat(became.tried()).as(became.note()).isTrue();
                assertThat(became.found()).as(became.note()).containsExactly(became.expected());
                assertThat(became.collateral()).isEmpty();
                assertThat(became.isRight()).as(became.note()).isTrue();
            }
        }
    }
}
