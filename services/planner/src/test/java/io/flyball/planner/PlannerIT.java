package io.flyball.planner;

import static io.flyball.planner.PlannerUnderTest.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.PlanDecision;
import io.flyball.contract.PlanDecisionKind;
import io.flyball.contract.PlanRequest;
import io.flyball.contract.ProposedAction;
import io.flyball.contract.Turn;
import io.flyball.contract.TurnAction;
import io.flyball.localstack.NeighbourKind;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import io.opentelemetry.api.trace.SpanContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS, NeighbourKind.TRACING})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlannerIT {
    private PlannerUnderTest planner;
    private ConfigurableApplicationContext service;

    @BeforeAll
    void start(SharedNeighbours neighbours, @TempDir Path folder) {
        planner = new PlannerUnderTest(neighbours, folder);
        // A key in the environment would otherwise be used.
        service = planner.start("--flyball.planner.provider=none");
    }

    @AfterAll
    void stop() {
        service.close();
        planner.close();
    }

    private static String run() {
        return UUID.randomUUID().toString();
    }

    @Test
    @DisplayName("PLN-2 a request in, the runbook's decision out, keyed by the run")
    void requestInDecisionOut() throws Exception {
        String run = run();
        planner.ask(request(run, 1).build());

        PlanDecision decision = planner.decisionOf(run);
        assertThat(planner.decisions.keyOf(decision)).isEqualTo(run);
        assertThat(decision.getId()).isEqualTo(run + ":p1.1:d");
        assertThat(decision.getDecision()).isEqualTo(PlanDecisionKind.ACT);
        assertThat(decision.getActions())
                .extracting(ProposedAction::getLabel)
                .containsExactly("health", "status", "history", "diff");
        assertThat(decision.getDecidedBy().getRunbook()).isEqualTo("service-unavailable");
        assertThat(decision.getLlmCalls()).isZero();
    }

    @Test
    @DisplayName("RUN-20 the same request again gives the same decision under the same id")
    void repeatsGiveTheSame() throws Exception {
        String run = run();
        PlanRequest request = request(run, 1).build();
        planner.ask(request);
        planner.ask(request);

        Await.that("both are answered").until(() -> planner.decisionsOf(run).size() == 2);
        List<PlanDecision> decisions = planner.decisionsOf(run).stream()
                .map(decision -> PlanDecision.newBuilder(decision)
                        .setDecidedAt(Instant.EPOCH)
                        .build())
                .toList();
        assertThat(decisions.getFirst()).isEqualTo(decisions.getLast());
    }

    @Test
    @DisplayName("RUN-1 the planner's span stands in the run's trace, as Zipkin has it")
    void spansAreInTheRunsTrace() throws Exception {
        String run = run();
        SpanContext asked = planner.ask(request(run, 1).build());

        planner.decisionOf(run);
        Await.that("Zipkin has the planner's span")
                .until(() -> planner.trace(asked.getTraceId()).contains("agent.plan-requests process"));
        assertThat(planner.trace(asked.getTraceId()))
                .contains("\"serviceName\":\"planner\"", "\"parentId\":\"" + asked.getSpanId() + "\"")
                .contains("\"flyball.plan.decided_by\":\"service-unavailable\"", "\"flyball.run.id\":\"" + run + "\"");
    }

    @Test
    @DisplayName("PLN-2 many requests are worked on side by side, each answered")
    void manyRequests() throws Exception {
        String run = run();
        for (PlanRequest request : IntStream.range(0, 200)
                .mapToObj(i -> request(run + i, 1).build())
                .toList()) {
            planner.ask(request);
        }

        Await.that("all are answered")
                .atMost(Duration.ofMinutes(3))
                .until(() -> planner.decisions.all().stream()
                                .filter(d -> d.getRunId().startsWith(run))
                                .count()
                        >= 200);
    }

    @Test
    @DisplayName("STOP-2 a runbook's decision needs no model, so a stop does not hold it; the executor does")
    void runbookDecidesDuringAStop() throws Exception {
        String run = run();
        planner.stop(true);
        try {
            planner.ask(request(run, 1)
                    .setDeadline(Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MILLIS))
                    .build());
            assertThat(planner.decisionOf(run).getDecision()).isEqualTo(PlanDecisionKind.ACT);
        } finally {
            planner.stop(false);
        }
    }

    @Test
    @DisplayName("CON-7 a request that can never be read becomes a dead letter, and the next one is answered")
    void unreadableRequestIsADeadLetter() throws Exception {
        String run = run();
        planner.ask(request(run, 2)
                .setTurns(List.of(Turn.newBuilder()
                        .setStep(1)
                        .setDecisionId("d")
                        .setKind(PlanDecisionKind.ACT)
                        .setReasoning("r")
                        .setActions(List.of(TurnAction.newBuilder()
                                .setActionId(run + ":1:0")
                                .setTool("read_file")
                                .setArgumentsJson("no JSON")
                                .setOutput("")
                                .build()))
                        .build()))
                .build());

        Await.that("a dead letter")
                .until(() -> planner.deadLetters.all().stream()
                        .anyMatch(letter -> letter.getReason().contains(run + ":1:0")));
        planner.ask(request(run, 3).build());
        assertThat(planner.decisionOf(run).getStep()).isEqualTo(3);
    }
}
