package io.flyball.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flyball.drills.check.Figures;
import io.flyball.drills.suite.Built;
import io.flyball.drills.suite.OlderVersion;
import io.flyball.drills.suite.Size;
import io.flyball.drills.suite.Suite;
import io.flyball.drills.suite.SuiteSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The orchestrator of the last released version beside that of today. Where the history is not there it says so and is skipped. */
class UpgradeE2E {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final long SEED =
            Long.getLong("flyball.seed", ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));
    private static final int RUNS = 8;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path data;

    @Test
    @DisplayName(
            "RUN-23 two orchestrators of the last released version are replaced one after the other while runs are open; every run ends once")
    void rollingUpgrade() throws Exception {
        Optional<String> whyNot = OlderVersion.whyNot(HOME);
        assumeTrue(whyNot.isEmpty(), () -> whyNot.orElse(""));
        Built older = OlderVersion.released(HOME, System.out::println);
        System.out.println("seed " + SEED + " (repeat by -Dflyball.seed=" + SEED + ")");
        try (Suite suite =
                Suite.start(new SuiteSettings(new Built(HOME), data, Size.of(2), older, false), System.out::println)) {
            var settings = new TrialSettings(Drill.UPGRADE, RUNS, SEED, 2, Duration.ofSeconds(1), 6);
            Figures figures = new Trial(settings, suite, System.out::println).run();
            System.out.println(figures.text());

            assertThat(figures.broken()).as(figures.text()).isEmpty();
            assertThat(figures.ended()).isEqualTo(RUNS);
            assertThat(figures.faults())
                    .containsOnlyKeys("orchestrator of the older version", "orchestrator-2 of the older version");
        }
    }
}
