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

    /** A kill switch is on for one agent. */
    private final StopGate gate = new StopGate(
            new StopGuard() {
                @Override
                public StopState check(String agent) {
                    return agent.equals("killed")
                            ? new StopState.Stopped("kill_switch:killed", "kill switch", "me", null)
                            : new StopState.Clear();
                }

                @Override
                public StopState checkAll() {
                    return new StopState.Clear();
                }
            },
            Clock.systemUTC(),
            Duration.ofMillis(10));

    @Test
    @DisplayName("STOP-6 an agent's kill switch holds that agent's calls alone")
    void killSwitch() {
        assertThatCode(() -> gate.pass("other", later)).doesNotThrowAnyException();
        assertThatThrownBy(() -> gate.pass("killed", Instant.now().plusMillis(100)))
                .isInstanceOf(NoTimeLeft.class)
                .hasMessageContaining("kill_switch:killed");
    }

    @Test
    @DisplayName("OPS-3 whoever waits when the planner ends hands the request back")
    void closing() {
        gate.close();

        assertThatThrownBy(() -> gate.pass("killed", later)).isInstanceOf(IllegalStateException.class);
        assertThatCode(() -> gate.pass("other", later)).doesNotThrowAnyException();
    }
}
