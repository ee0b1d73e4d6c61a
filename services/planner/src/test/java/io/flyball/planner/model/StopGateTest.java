package io.flyball.planner.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StopGateTest {
    private final Instant later = Instant.now().plusSeconds(60);

    /** A kill switch is on for one agent; what another one asks for is stopped like everything. */
    private final StopGate gate = new StopGate(
            new StopGuard() {
                @Override
                public StopState check(String agent) {
                    return switch (agent) {
                        case "killed" -> new StopState.Stopped("kill_switch:killed", "kill switch", "me", null);
                        case "stopped" -> new StopState.Stopped("agent:emergency_stop", "drill", "me", null);
                        default -> new StopState.Clear();
                    };
                }

                @Override
                public StopState checkAll() {
                    return new StopState.Clear();
                }
            },
            Clock.systemUTC(),
            Duration.ofMillis(10));

    @Test
    @DisplayName(
            "STOP-6 RUN-27 an agent's kill switch keeps that agent's calls alone, and no planner waits for its end")
    void killSwitch() {
        assertThatCode(() -> gate.pass("other", later)).doesNotThrowAnyException();
        assertThatThrownBy(() -> gate.pass("killed", Instant.MAX))
                .isInstanceOf(NoTimeLeft.class)
                .hasMessageContaining("kill_switch:killed");
    }

    @Test
    @DisplayName("OPS-3 whoever waits when the planner ends hands the request back")
    void closing() {
        gate.close();

        assertThatThrownBy(() -> gate.pass("stopped", later)).isInstanceOf(IllegalStateException.class);
        assertThatCode(() -> gate.pass("other", later)).doesNotThrowAnyException();
    }
}
