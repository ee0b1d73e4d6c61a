package io.flyball.orchestrator.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.AdmissionKind;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.contract.Delegated;
import io.flyball.contract.Delegation;
import io.flyball.contract.Outcome;
import io.flyball.contract.ParentRun;
import io.flyball.contract.PlanDecision;
import io.flyball.contract.PlanDecisionKind;
import io.flyball.contract.PlanRequest;
import io.flyball.contract.RunAdmission;
import io.flyball.contract.RunResumed;
import io.flyball.contract.RunStatus;
import io.flyball.orchestrator.Answers;
import io.flyball.platform.wire.Unreadable;
import io.flyball.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Coordinators, specialists and people, through the topics. */
class TeamTopologyTest extends TopologyHarness {
    private static final String COORDINATOR = "01900000-0000-7000-8000-000000000001";

    @Override
    PlanDecision plan(PlanRequest request, Instant at) {
        PlanDecision decision = Answers.plan(request, at);
        return request.getGoal().equals("coordinate") && request.getTurns().isEmpty()
                ? PlanDecision.newBuilder(decision)
                        .setDecision(PlanDecisionKind.DELEGATE)
                        .setActions(List.of())
                        .setDelegations(List.of(
                                new Delegation("provision", "service-restorer", "provision it", List.of()),
                                new Delegation("migrate", "service-restorer", "migrate it", List.of("provision"))))
                        .build()
                : decision;
    }

    private static io.flyball.contract.RunRequest request(String agent, String goal) {
        return io.flyball.contract.RunRequest.newBuilder()
                .setRunId(COORDINATOR)
                .setPrincipal("ann")
                .setAgent(agent)
                .setGoal(goal)
                .setEnvironment("staging")
                .setRequestedAt(START)
                .build();
    }

    /** Answers whatever is asked, and lets the pause between two starts pass. */
    private void work() throws Unreadable {
        for (int i = 0; i < 6; i++) {
            answerUntilQuiet(1, new Random(i));
            away(Duration.ofSeconds(2));
        }
    }

    @Test
    @DisplayName("TEAM-1 TEAM-2 TEAM-3 a coordinator's steps run as runs of their own, and it ends with their findings")
    void coordinator() throws Unreadable {
        send(Topics.RUN_REQUESTS, COORDINATOR, request("first-responder", "coordinate"));
        work();

        List<io.flyball.contract.RunResult> results = read(Topics.RESULTS, io.flyball.contract.RunResult.class);
        assertThat(results)
                .hasSize(3)
                .allSatisfy(r -> assertThat(r.getOutcome()).isEqualTo(Outcome.RESOLVED));
        assertThat(results.subList(0, 2))
                .extracting(io.flyball.contract.RunResult::getParentRunId, io.flyball.contract.RunResult::getGoal)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(COORDINATOR, "provision it"),
                        org.assertj.core.groups.Tuple.tuple(COORDINATOR, "migrate it"));
        assertThat(results.getLast().getFindings())
                .extracting(io.flyball.contract.Finding::getName)
                .containsExactly("provision", "migrate");
        assertThat(results)
                .extracting(io.flyball.contract.RunResult::getTraceId)
                .containsOnly(results.getFirst().getTraceId());
        assertThat(history())
                .filteredOn(e -> e.getWhat() instanceof Delegated)
                .hasSize(2)
                .allSatisfy(e -> assertThat(e.getStatus()).isEqualTo(RunStatus.DELEGATING));
    }

    @Test
    @DisplayName("RUN-9 a run that is taken over waits, and goes on with what was done by hand")
    void takeOver() throws Unreadable {
        send(Topics.RUN_REQUESTS, COORDINATOR, request("service-restorer", "look at shop"));
        order(ControlKind.TAKE_OVER, null);
        work();
        assertThat(read(Topics.RESULTS, io.flyball.contract.RunResult.class)).isEmpty();

        order(ControlKind.HAND_BACK, "done: restarted it; next: verify");
        PlanRequest next = read(Topics.PLAN_REQUESTS, PlanRequest.class).getLast();
        assertThat(next.getBackground()).anyMatch(note -> note.contains("restarted it"));
        assertThat(history()).anySatisfy(e -> assertThat(e.getWhat()).isInstanceOf(RunResumed.class));
    }

    @Test
    @DisplayName("ING-7 a run of an unknown agent, straight from Kafka, ends visibly")
    void unknownAgent() throws Unreadable {
        send(Topics.RUN_REQUESTS, COORDINATOR, request("nobody", "look at shop"));
        assertThat(read(Topics.RESULTS, io.flyball.contract.RunResult.class))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.getOutcome()).isEqualTo(Outcome.FAILED);
                    assertThat(r.getReason()).contains("no agent named nobody", "first-responder");
                });
    }

    @Test
    @DisplayName("RUN-6 each plan request says the objective, what was done, what is owed and what is left")
    void reinforcement() throws Unreadable {
        send(Topics.RUN_REQUESTS, COORDINATOR, request("service-restorer", "look at shop"));
        List<PlanRequest> asked = answerUntilQuiet(1, new Random(1)).stream()
                .filter(PlanRequest.class::isInstance)
                .map(PlanRequest.class::cast)
                .toList();
        assertThat(asked.get(1).getProgress())
                .contains("Objective: look at shop", "Verifications owed: service:shop", "Left: 8 steps");
        assertThat(asked.get(2).getProgress()).contains("Verifications owed: none", "verified: service:shop");
    }

    private void order(ControlKind kind, String text) {
        send(
                Topics.CONTROL,
                COORDINATOR,
                ControlCommand.newBuilder()
                        .setId("order-" + kind)
                        .setTarget(COORDINATOR)
                        .setKind(kind)
                        .setTenant("default")
                        .setReason("test")
                        .setBy("ann")
                        .setChannel("cli")
                        .setText(text)
                        .setAt(START)
                        .build());
    }

    @Test
    @DisplayName("RUN-27 a coordinator whose specialist is refused by admission hears why, and hands over")
    void refusedSpecialist() throws Unreadable {
        send(
                Topics.RUN_REQUESTS,
                COORDINATOR,
                io.flyball.contract.RunRequest.newBuilder(request("first-responder", "coordinate"))
                        .setCausalDepth(2)
                        .build());
        work();

        io.flyball.contract.RunResult last =
                read(Topics.RESULTS, io.flyball.contract.RunResult.class).getLast();
        assertThat(last.getRunId()).isEqualTo(COORDINATOR);
        assertThat(last.getOutcome()).isEqualTo(Outcome.ESCALATED);
        assertThat(last.getReason()).contains("failed twice at provision", "3 runs caused one another");
    }

    @Test
    @DisplayName("RUN-27 whoever listens to a run that is not known any more is answered")
    void forgotten() throws Unreadable {
        send(
                Topics.RUN_ADMISSIONS,
                "gone",
                RunAdmission.newBuilder()
                        .setId("gone:listen:1")
                        .setRunId("gone")
                        .setTenant("default")
                        .setKind(AdmissionKind.LISTEN)
                        .setAgent("service-restorer")
                        .setPrincipal("ann")
                        .setEnvironment("staging")
                        .setGoal("")
                        .setParent(new ParentRun(COORDINATOR, "look", 1, List.of()))
                        .setAdmittedAt(START)
                        .build());
        assertThat(read(Topics.RUN_ADMISSIONS, RunAdmission.class))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.getRunId()).isEqualTo(COORDINATOR);
                    assertThat(told.getKind()).isEqualTo(AdmissionKind.CHILD_ENDED);
                    assertThat(told.getFinding().getRunId()).isEqualTo("gone");
                    assertThat(told.getFinding().getOutcome()).isEqualTo(Outcome.FAILED);
                });
    }
}
