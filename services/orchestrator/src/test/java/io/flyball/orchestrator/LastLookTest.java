package io.flyball.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.orchestrator.shell.Owner;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LastLookTest {
    private static final StopState CLEAR = new StopState.Clear();
    private static final Owner OWNER = new Owner("a", "acme");

    private final Set<KillSwitch> killed = new HashSet<>();
    private final LastLook look = new LastLook(
            switches -> switches.stream()
                    .filter(killed::contains)
                    .findFirst()
                    .<StopState>map(one -> new StopState.Stopped(one.key(), "x", "ann", null))
                    .orElse(CLEAR),
            List.of("a"),
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    @DisplayName("STOP-13 a tenant that nobody asked for before is not known until the next look")
    void aNewTenant() {
        look.look(CLEAR);
        assertThat(look.of(OWNER)).isInstanceOf(StopState.Unknown.class);
        look.look(CLEAR);
        assertThat(look.of(OWNER)).isEqualTo(CLEAR);
    }

    @Test
    @DisplayName("STOP-13 a killed agent or tenant holds, another one's does not")
    void killed() {
        assertThat(look.of(OWNER)).isInstanceOf(StopState.Unknown.class);
        for (KillSwitch one : List.of(KillSwitch.agent("a"), KillSwitch.tenant("acme"))) {
            killed.add(one);
            look.look(CLEAR);
            assertThat(look.of(OWNER))
                    .isInstanceOfSatisfying(
                            StopState.Stopped.class,
                            stopped -> assertThat(stopped.key()).isEqualTo(one.key()));
            killed.clear();
        }
        killed.add(KillSwitch.tenant("other"));
        look.look(CLEAR);
        assertThat(look.of(OWNER)).isEqualTo(CLEAR);
    }
}
