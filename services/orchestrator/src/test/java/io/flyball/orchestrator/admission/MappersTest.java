package io.flyball.orchestrator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.AdmissionInput;
import io.flyball.contract.AdmissionKind;
import io.flyball.contract.ParentRun;
import io.flyball.contract.RemainingLimits;
import io.flyball.contract.RunAdmission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MappersTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final io.flyball.contract.RunRequest request = io.flyball.contract.RunRequest.newBuilder()
            .setRunId("child")
            .setTenant("t")
            .setPrincipal("ann")
            .setAgent("dba")
            .setGoal("look")
            .setEnvironment("staging")
            .setInputs(Map.of("db", "a"))
            .setDryRun(true)
            .setParent(new ParentRun("parent", "database", 2, List.of()))
            .setLimits(new RemainingLimits(1, 2, 3, 4L, 5L, 6L))
            .setCausedByRun("cause")
            .setCausalDepth(1)
            .setRequestedAt(NOW)
            .build();

    private RunRequest wish() {
        return ((Arrival.RunWanted) ArrivalMapper.arrival(new AdmissionInput(request), NOW)).wish();
    }

    @Test
    @DisplayName("TEAM-2 what a parent leaves its child, and what caused a run, reaches the run as it was asked")
    void passedThrough() {
        RunAdmission opened =
                AdmissionMapper.open(new Answer.Open(wish(), List.of("Deployed 2 min before this run: x"), false), NOW);
        assertThat(opened.getKind()).isEqualTo(AdmissionKind.OPEN);
        assertThat(opened.getId()).isEqualTo("child:request");
        assertThat(opened.getParent()).isEqualTo(request.getParent());
        assertThat(opened.getLimits()).isEqualTo(request.getLimits());
        assertThat(opened.getCausedByRun()).isEqualTo("cause");
        assertThat(opened.getCausalDepth()).isEqualTo(1);
        assertThat(opened.getInputs()).isEqualTo(request.getInputs());
        assertThat(opened.getDryRun()).isTrue();
        assertThat(opened.getTenant()).isEqualTo("t");
        assertThat(opened.getBackground()).hasSize(1);
    }

    @Test
    @DisplayName("ING-4 a run that waits says why and where, and opens by another record than the one that queued it")
    void waits() {
        RunAdmission queued = AdmissionMapper.waits(
                new Answer.Wait(wish(), new Obstacle("because", List.of("holder"), "it ends", 7), NOW.minusSeconds(3)),
                NOW);
        assertThat(queued.getKind()).isEqualTo(AdmissionKind.QUEUE);
        assertThat(queued.getReason()).isEqualTo("because");
        assertThat(queued.getPosition()).isEqualTo(7);
        assertThat(queued.getSince()).isEqualTo(NOW.minusSeconds(3));
        assertThat(queued.getBehind()).containsExactly("holder");
        assertThat(queued.getUntil()).isEqualTo("it ends");
        RunAdmission opened = AdmissionMapper.open(new Answer.Open(wish(), List.of(), true), NOW);
        assertThat(opened.getId()).isNotEqualTo(queued.getId());
        assertThat(opened.getRunId()).isEqualTo(queued.getRunId());
    }
}
