package io.flyball.planner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StopGateTest {
    private final Instant later = Instant.now().plusSeconds(60);

    /** A kill switch is on for one agent; what another one asks for is stopped like everything. */
    private final StopGate gate = new StopGate(
            switches -> switches.stream()
                    .map(StopGateTest::state)
                    .filter(state -> !state.mayAct())
                    .findFirst()
                    .orElse(new StopState.Clear()),
            Clock.systemUTC(),
            Duration.ofMillis(10));

    private static StopState state(KillSwitch one) {
        return switch (one.name()) {
            case "killed" -> new StopState.Stopped(one.key(), "kill switch", "me", null);
            case "stopped" -> new StopState.Stopped("agent:emergency_stop", "drill", "me", null);
            default -> new StopState.Clear();
        };
    }

    private static Set<KillSwitch> asker(String agent, String tenant) {
        return new Asker(agent, tenant).switches();
    }

    @Test
    @DisplayName("STOP-13 a tenant's kill switch keeps the calls for that tenant alone")
    void killedTenant() {
        assertThatCode(() -> gate.pass(asker("other", "living"), later)).doesNotThrowAnyException();
        assertThatThrownBy(() -> gate.pass(asker("other", "killed"), Instant.MAX))
                .isInstanceOf(NoTimeLeft.class)
                .hasMessageContaining("kill_switch:tenant:killed");
    }

    @Test
    @DisplayName(
            "STOP-6 RUN-27 an agent's kill switch keeps that agent's calls alone, and no planner waits for its end")
    void killSwitch() {
        assertThatCode(() -> gate.pass(asker("other", "living"), later)).doesNotThrowAnyException();
        assertThatThrownBy(() -> gate.pass(asker("killed", "living"), Instant.MAX))
                .isInstanceOf(NoTimeLeft.class)
                .hasMessageContaining("kill_switch:killed");
    }

    @Test
    @DisplayName("STOP-9 the receipt tells how many model calls come to their own end")
    void underWay() {
        var call = gate.begin(asker("other", "living"));
        assertThat(gate.underWay("emergency_stop")).isEqualTo(1);
        assertThat(gate.underWay("kill_switch:other")).isEqualTo(1);
        assertThat(gate.underWay("kill_switch:another")).isZero();
        call.close();
        assertThat(gate.underWay("emergency_stop")).isZero();
    }

    @Test
    @DisplayName("OPS-3 whoever waits when the planner ends hands the request back")
    void closing() {
        gate.close();

        assertThatThrownBy(() -> gate.pass(asker("stopped", "living"), later))
                .isInstanceOf(IllegalStateException.class);
        assertThatCode(() -> gate.pass(asker("other", "living"), later)).doesNotThrowAnyException();
    }
}
