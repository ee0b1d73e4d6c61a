package io.flyball.toolexecutor.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopState;
import io.flyball.toolexecutor.claim.ClaimRequest;
import io.flyball.toolexecutor.claim.ClaimSettings;
import io.flyball.toolexecutor.claim.InMemoryClaims;
import io.flyball.toolexecutor.process.EndCause;
import io.flyball.toolexecutor.process.Ending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StopEnforcerTest {
    private static final StopState STOPPED = new StopState.Stopped("key", "drill", "kim", null);
    private static final StopState UNKNOWN = new StopState.Unknown("away");

    private Instant now = Instant.parse("2026-11-21T06:00:00Z");
    private Set<KillSwitch> killed = Set.of();
    private final RunningCalls running = new RunningCalls(
            new InMemoryClaims(
                    new ClaimSettings(Duration.ofSeconds(5), Duration.ofDays(1), Duration.ZERO), Clock.systemUTC()),
            Duration.ofSeconds(1));
    private final StopGuard guard =
            switches -> switches.stream().anyMatch(killed::contains) ? STOPPED : new StopState.Clear();
    private final InstantSource clock = () -> now;
    private final StopEnforcer enforcer =
            new StopEnforcer(running, guard, Duration.ofSeconds(5), clock.withZone(ZoneOffset.UTC));

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    @DisplayName("STOP-2 a stop ends everything that runs")
    void aStopEndsEverything() {
        Ending one = run("run-1", "a");
        Ending other = run("run-2", "b");
        enforcer.look(new StopState.Clear());
        assertThat(one.cause()).isEmpty();

        enforcer.look(STOPPED);

        assertThat(one.cause()).contains(EndCause.STOPPED);
        assertThat(other.cause()).contains(EndCause.STOPPED);
    }

    @Test
    @DisplayName("STOP-6 a kill switch ends its agent's calls only")
    void aKillSwitchEndsItsAgents() {
        Ending one = run("run-1", "a");
        Ending other = run("run-2", "b");
        killed = Set.of(KillSwitch.agent("a"));

        enforcer.look(new StopState.Clear());

        assertThat(one.cause()).contains(EndCause.STOPPED);
        assertThat(other.cause()).isEmpty();
    }

    @Test
    @DisplayName("STOP-13 a killed tool or tenant ends its calls and no others, also by the order alone")
    void aKilledToolOrTenant() {
        Ending one = run("run-1", "a");
        Ending other = run("run-2", "b");
        killed = Set.of(KillSwitch.tool("tool of a"), KillSwitch.tenant("nobody's"));
        enforcer.look(new StopState.Clear());
        assertThat(one.cause()).contains(EndCause.STOPPED);
        assertThat(other.cause()).isEmpty();

        Ending third = run("run-3", "c");
        enforcer.kill(KillSwitch.tenant("tenant of b"), (StopState.Stopped) STOPPED);
        assertThat(other.cause()).contains(EndCause.STOPPED);
        assertThat(third.cause()).isEmpty();
    }

    @Test
    @DisplayName("STOP-3 when nobody could say for too long whether a stop is on, what runs is ended")
    void blindForTooLong() {
        Ending ending = run("run-1", "a");
        enforcer.look(new StopState.Clear());
        now = now.plusSeconds(5);
        enforcer.look(UNKNOWN);
        assertThat(ending.cause()).isEmpty();

        now = now.plusMillis(1);
        enforcer.look(UNKNOWN);

        assertThat(ending.cause()).contains(EndCause.STOPPED);
    }

    @Test
    @DisplayName("RUN-9 cancelling a run ends its calls and is remembered")
    void cancelling() {
        Ending one = run("run-1", "a");
        Ending other = run("run-2", "a");
        CancelledRuns cancelled = new CancelledRuns(running);

        cancelled.cancel("run-1");

        assertThat(one.cause()).contains(EndCause.CANCELLED);
        assertThat(other.cause()).isEmpty();
        assertThat(cancelled.contains("run-1")).isTrue();
        assertThat(cancelled.contains("run-2")).isFalse();
    }

    @Test
    @DisplayName("TOOL-6 the first cause of an end counts")
    void theFirstCauseCounts() {
        Ending ending = run("run-1", "a");
        ending.end(EndCause.TIMED_OUT);
        enforcer.look(STOPPED);

        assertThat(ending.cause()).contains(EndCause.TIMED_OUT);
    }

    private Ending run(String runId, String agent) {
        Ending ending = new Ending();
        Set<KillSwitch> switches = Set.of(
                KillSwitch.agent(agent), KillSwitch.tool("tool of " + agent), KillSwitch.tenant("tenant of " + agent));
        running.register(
                new RunningCall(runId, new ClaimRequest(runId, switches, "attempt", "executor", true, now), ending));
        return ending;
    }
}
