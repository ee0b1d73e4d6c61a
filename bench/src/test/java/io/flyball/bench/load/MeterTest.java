package io.flyball.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MeterTest {
    private static final Window WINDOW = Window.of(Duration.ofNanos(100), Duration.ofNanos(1_000));

    private final Meter meter = new Meter(WINDOW);

    @Test
    @DisplayName(
            "A run is timed from when it was due, not from when it could be opened: a stall counts for all that were due in it")
    void noCoordinatedOmission() {
        meter.opened("late", 200);
        meter.step("late", 900);
        meter.ended("late", 950);

        Measured measured = measured();
        assertThat(measured.runNanos().getMaxValue()).isEqualTo(750);
        assertThat(measured.runs()).isEqualTo(1);
    }

    @Test
    @DisplayName("A step lasts from its plan request to the next")
    void steps() {
        meter.opened("run", 200);
        meter.step("run", 300);
        meter.step("run", 340);
        meter.step("run", 400);
        meter.ended("run", 500);

        Measured measured = measured();
        assertThat(measured.steps()).isEqualTo(2);
        assertThat(measured.stepNanos().getMaxValue()).isEqualTo(60);
        assertThat(measured.stepNanos().getMinValue()).isEqualTo(40);
    }

    @Test
    @DisplayName(
            "What ends in the ramp or after the window is no throughput; what was due in the window is timed even then")
    void window() {
        meter.opened("in the ramp", 0);
        meter.ended("in the ramp", 50);
        meter.opened("at the end", 1_050);
        meter.ended("at the end", 5_000);
        meter.opened("after", 1_100);
        meter.ended("after", 1_101);

        Measured measured = measured();
        assertThat(measured.runs()).isZero();
        assertThat(measured.runNanos().getTotalCount()).isEqualTo(1);
        assertThat(measured.runNanos().getMaxValue()).isBetween(3_945L, 3_955L);
    }

    @Test
    @DisplayName("A run that does not end is told, and one that nobody opened is not counted")
    void unfinished() {
        meter.opened("never ends", 200);
        meter.ended("never opened", 300);

        assertThat(measured().unfinished()).isEqualTo(1);
        assertThat(measured().runs()).isZero();
    }

    @Test
    @DisplayName("Rates and processor time are those of the window")
    void rates() {
        meter.opened("run", 200);
        meter.step("run", 300);
        meter.step("run", 310);

        Measured measured = meter.measured(Duration.ofNanos(500), Duration.ofNanos(250));
        assertThat(measured.stepsPerSecond()).isEqualTo(1e6);
        assertThat(measured.cpuSecondsPer1000Steps()).isEqualTo(500e-9 * 1000);
        assertThat(measured.brokerCpuSecondsPer1000Steps()).isEqualTo(250e-9 * 1000);
    }

    private Measured measured() {
        return meter.measured(Duration.ZERO, Duration.ZERO);
    }
}
