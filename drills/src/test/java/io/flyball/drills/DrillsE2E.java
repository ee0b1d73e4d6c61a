package io.flyball.drills;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.drills.check.Figures;
import io.flyball.drills.suite.Built;
import io.flyball.drills.suite.Suite;
import io.flyball.drills.suite.SuiteSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Three drills on one suite, each small; {@code flyball drill} runs them large. */
class DrillsE2E {
    private static final long SEED =
            Long.getLong("flyball.seed", ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    private static Suite suite;

    @BeforeAll
    static void up() throws Exception {
        System.out.println("seed " + SEED + " (repeat by -Dflyball.seed=" + SEED + ")");
        suite = Suite.start(new SuiteSettings(new Built(Path.of("..")), data, 1, false), System.out::println);
    }

    @AfterAll
    static void down() {
        if (suite != null) {
            suite.close();
        }
    }

    private static Figures drill(Drill drill, int runs, int faults) throws Exception {
        TrialSettings settings = new TrialSettings(drill, runs, SEED, faults, Duration.ofSeconds(3), 6);
        Figures figures = new Trial(settings, suite, System.out::println).run();
        System.out.println(figures.text());
        return figures;
    }

    private static void assertGood(Figures figures, int runs, int faults) {
        assertThat(figures.broken()).as(figures.text()).isEmpty();
        assertThat(figures.runs()).isEqualTo(runs);
        assertThat(figures.ended()).isEqualTo(runs);
        assertThat(figures.faults().values().stream().mapToInt(count -> count).sum())
                .isEqualTo(faults);
    }

    @Test
    @DisplayName("RUN-20 services are killed while runs are open; every run ends once, no effect happens twice")
    void killServices() throws Exception {
        assertGood(drill(Drill.KILL_SERVICES, 10, 4), 10, 4);
    }

    @Test
    @DisplayName(
            "RUN-20 the broker is killed in the middle of a transaction; every run ends once, no effect happens twice")
    void killBroker() throws Exception {
        assertGood(drill(Drill.KILL_BROKER, 8, 1), 8, 1);
    }

    @Test
    @DisplayName("RUN-20 the broker is frozen for a while; every run ends once, no effect happens twice")
    void freezeBroker() throws Exception {
        assertGood(drill(Drill.FREEZE_BROKER, 8, 1), 8, 1);
    }
}
