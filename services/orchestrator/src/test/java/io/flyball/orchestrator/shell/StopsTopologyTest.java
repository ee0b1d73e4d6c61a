package io.flyball.orchestrator.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.Outcome;
import io.flyball.contract.PlanRequest;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunHeld;
import io.flyball.orchestrator.Answers;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.wire.Unreadable;
import io.flyball.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The emergency stop that cannot be read, and the kill switch of one agent. */
class StopsTopologyTest extends TopologyHarness {
    private static final StopState AWAY = new StopState.Unknown("Redis: refused");

    private void request(String runId, String agent) {
        send(
                Topics.RUN_REQUESTS,
                runId,
                io.flyball.contract.RunRequest.newBuilder()
                        .setRunId(runId)
                        .setPrincipal("ann")
                        .setAgent(agent)
                        .setGoal("look at " + agent)
                        .setEnvironment("staging")
                        .setRequestedAt(START)
                        .build());
    }

    private List<String> held() throws Unreadable {
        return history().stream()
                .filter(event -> event.getWhat() instanceof RunHeld)
                .map(RunEvent::getRunId)
                .toList();
    }

    @Test
    @DisplayName("STOP-3 a look that misses Redis holds nothing; two seconds of them hold every run")
    void blindness() throws Unreadable {
        send(Topics.ALERTS, "fp", Answers.alert("fp", START));
        for (int i = 0; i < 5; i++) {
            stop.set(AWAY);
            timePasses(Duration.ofSeconds(1));
            stop.set(new StopState.Clear());
            timePasses(Duration.ofSeconds(1));
        }
        assertThat(held()).isEmpty();

        stop.set(AWAY);
        timePasses(Duration.ofSeconds(3));
        assertThat(held()).hasSize(1);
        stop.set(new StopState.Clear());
        timePasses(Duration.ofSeconds(1));
        answerUntilQuiet(1, new Random(1));
        assertThat(read(Topics.RESULTS, io.flyball.contract.RunResult.class))
                .extracting(io.flyball.contract.RunResult::getOutcome)
                .containsExactly(Outcome.RESOLVED);
    }

    @Test
    @DisplayName("RUN-27 STOP-6 STOP-13 runs of a killed agent are held, others go on; after the revive they go on too")
    void killed() throws Unreadable {
        String killed = "01900000-0000-7000-8000-000000000001";
        request(killed, "service-restorer");
        request("01900000-0000-7000-8000-000000000002", "first-responder");
        kills.put(
                KillSwitch.agent("service-restorer"),
                new StopState.Stopped("kill_switch:service-restorer", "kill switch", "ann", null));
        timePasses(Duration.ofMinutes(20));
        assertThat(held()).containsExactly(killed);
        assertThat(read(Topics.RESULTS, io.flyball.contract.RunResult.class))
                .extracting(io.flyball.contract.RunResult::getRunId)
                .doesNotContain(killed);

        kills.clear();
        timePasses(Duration.ofSeconds(1));
        List<PlanRequest> asked = read(Topics.PLAN_REQUESTS, PlanRequest.class).stream()
                .filter(request -> request.getRunId().equals(killed))
                .toList();
        assertThat(asked).as("its question of before is waited for").hasSize(1);
        send(Topics.PLAN_DECISIONS, killed, Answers.plan(asked.getFirst(), START));
        answerUntilQuiet(1, new Random(1));
        assertThat(read(Topics.RESULTS, io.flyball.contract.RunResult.class))
                .filteredOn(result -> result.getRunId().equals(killed))
                .extracting(io.flyball.contract.RunResult::getOutcome)
                .containsExactly(Outcome.RESOLVED);
    }

    @Test
    @DisplayName("RUN-27 STOP-13 runs of a killed tenant are held, whatever their agent; those of others are not")
    void killedTenant() throws Unreadable {
        String other = "01900000-0000-7000-8000-000000000003";
        request(other, "service-restorer");
        kills.put(KillSwitch.tenant("acme"), new StopState.Stopped("kill_switch:tenant:acme", "leak", "ann", null));
        timePasses(Duration.ofSeconds(5));
        assertThat(held()).isEmpty();

        kills.put(
                KillSwitch.tenant("default"), new StopState.Stopped("kill_switch:tenant:default", "leak", "ann", null));
        timePasses(Duration.ofSeconds(5));
        assertThat(held()).containsExactly(other);
    }
}
