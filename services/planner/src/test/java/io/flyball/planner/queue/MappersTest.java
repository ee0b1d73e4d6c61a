package io.flyball.planner.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.contract.AlertContext;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.Effect;
import io.flyball.contract.ErrorClass;
import io.flyball.contract.ExpectationKind;
import io.flyball.contract.Finding;
import io.flyball.contract.Obligation;
import io.flyball.contract.Outcome;
import io.flyball.contract.Phase;
import io.flyball.contract.PhaseState;
import io.flyball.contract.PlanDecision;
import io.flyball.contract.PlanDecisionKind;
import io.flyball.contract.PlanRequest;
import io.flyball.contract.RemainingLimits;
import io.flyball.contract.Risk;
import io.flyball.contract.ToolStatus;
import io.flyball.contract.Turn;
import io.flyball.contract.TurnAction;
import io.flyball.contract.Usage;
import io.flyball.contract.UsageKind;
import io.flyball.contract.Verdict;
import io.flyball.planner.choice.Maker;
import io.flyball.planner.choice.Plan;
import io.flyball.planner.model.ModelCall;
import io.flyball.planner.model.Provider;
import io.flyball.planner.model.Tokens;
import io.flyball.planner.plan.CallStatus;
import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.Delegated;
import io.flyball.planner.plan.Expectation;
import io.flyball.planner.plan.Fault;
import io.flyball.planner.plan.FinishOutcome;
import io.flyball.planner.plan.ManifestPhase;
import io.flyball.planner.plan.ProposedAction;
import io.flyball.planner.plan.Rationale;
import io.flyball.planner.plan.Situation;
import io.flyball.planner.plan.SpecialistFinding;
import io.flyball.platform.wire.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MappersTest {
    private static final Instant AT = Instant.parse("2026-11-21T06:00:00Z");
    private static final Rationale RATIONALE = new Rationale("because", 0.7, 3);

    private static TurnAction action(String arguments, ToolStatus status) {
        return TurnAction.newBuilder()
                .setActionId("r1:1:0")
                .setLabel("health")
                .setTool("health_check")
                .setArgumentsJson(arguments)
                .setTarget("service:shop")
                .setEffect(Effect.READ)
                .setVerdict(Verdict.ALLOW)
                .setVerdictReason("reads")
                .setStatus(status)
                .setOutput("out")
                .setOutputLength(3)
                .setExitCode(1)
                .setError("err")
                .build();
    }

    static PlanRequest request(String arguments, ToolStatus status) {
        return PlanRequest.newBuilder()
                .setId("r1:p2.1")
                .setRunId("r1")
                .setTenant("t")
                .setPrincipal("p")
                .setAgent("service-restorer")
                .setEnvironment("production")
                .setStep(2)
                .setGoal("goal")
                .setInputs(Map.of("a", "b"))
                .setDryRun(true)
                .setAlert(AlertContext.newBuilder()
                        .setFingerprint("f")
                        .setName("ServiceUnavailable")
                        .setService("shop")
                        .setSeverity("critical")
                        .setStatus(AlertStatus.RESOLVED)
                        .setSource("alertmanager")
                        .setLabels(Map.of("l", "1"))
                        .setAnnotations(Map.of("n", "2"))
                        .setStartsAt(AT)
                        .build())
                .setTurns(List.of(Turn.newBuilder()
                        .setStep(1)
                        .setDecisionId("r1:p1.1:d")
                        .setKind(PlanDecisionKind.ACT)
                        .setReasoning("why")
                        .setActions(List.of(action(arguments, status)))
                        .setRefusal("no")
                        .build()))
                .setObligations(List.of(new Obligation("service:shop", "r1:1:1", "look", 1)))
                .setRemaining(new RemainingLimits(1, 2, 3, 4L, 5L, 6L))
                .setHints(List.of("h"))
                .setBackground(List.of("b"))
                .setDeadline(AT.plusSeconds(60))
                .setRequestedAt(AT)
                .build();
    }

    @Test
    @DisplayName("TEAM-2 RUN-12 RUN-6 findings, phases and progress of a request arrive")
    void teamArrives() throws Unreadable {
        PlanRequest request = PlanRequest.newBuilder(request("{}", ToolStatus.WAITING))
                .setProgress("step 2 of 10")
                .setFindings(List.of(Finding.newBuilder()
                        .setName("database")
                        .setAgent("db")
                        .setRunId("r2")
                        .setOutcome(Outcome.RESOLVED)
                        .setSummary("fine")
                        .setConfidence(0.9)
                        .setApproaches(List.of("looked"))
                        .setErrors(List.of("slow"))
                        .build()))
                .setManifest(List.of(new Phase("migrate", List.of("provision"), PhaseState.READY)))
                .build();
        Situation situation = SituationMapper.situation(request);
        assertThat(situation.progress()).isEqualTo("step 2 of 10");
        assertThat(situation.findings())
                .containsExactly(new SpecialistFinding(
                        "database", "db", "RESOLVED", "fine", 0.9, List.of("looked"), List.of("slow")));
        assertThat(situation.manifest()).containsExactly(new ManifestPhase("migrate", List.of("provision"), "READY"));
    }

    @Test
    @DisplayName("CON-1 everything that a request says arrives")
    void requestsArrive() throws Unreadable {
        Situation situation = SituationMapper.situation(request("{\"url\":\"http://shop/\"}", ToolStatus.FAILED));

        assertThat(situation)
                .returns("r1:p2.1", Situation::requestId)
                .returns(Map.of("a", "b"), Situation::inputs)
                .returns(true, Situation::dryRun)
                .returns(true, Situation::alertIsResolved)
                .returns(List.of("h"), Situation::hints)
                .returns(List.of("b"), Situation::background)
                .returns(AT.plusSeconds(60), Situation::deadline);
        assertThat(situation.alert().labels()).isEqualTo(Map.of("l", "1"));
        assertThat(situation.remaining().llmCalls()).isEqualTo(2);
        assertThat(situation.obligations())
                .singleElement()
                .satisfies(owed -> assertThat(owed.hint()).isEqualTo("look"));
        assertThat(situation.turns().getFirst().refusal()).isEqualTo("no");
        assertThat(situation.pastActions()).singleElement().satisfies(past -> {
            assertThat(past.arguments()).isEqualTo(Map.of("url", "http://shop/"));
            assertThat(past.label()).isEqualTo("health");
            assertThat(past.status()).isEqualTo(CallStatus.FAILED);
            assertThat(past.exitCode()).isEqualTo(1);
            assertThat(past.error()).isEqualTo("err");
        });
    }

    @ParameterizedTest
    @EnumSource(ToolStatus.class)
    @DisplayName("CON-1 every status of a tool call has its name here too")
    void everyStatusIsKnown(ToolStatus status) throws Unreadable {
        assertThat(SituationMapper.situation(request("{}", status))
                        .pastActions()
                        .getFirst()
                        .status()
                        .name())
                .isEqualTo(status.name());
    }

    @Test
    @DisplayName("CON-7 a request whose arguments are no JSON can never be read")
    void badArgumentsAreUnreadable() {
        assertThatThrownBy(() -> SituationMapper.situation(request("[", ToolStatus.FAILED)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("r1:1:0");
    }

    private static PlanDecision decision(Decision decision) {
        Plan plan = new Plan(
                decision,
                new Maker("model", null, "v", "anthropic", "m", "w"),
                "tool_use",
                new Tokens(1, 2, 3, 4),
                2,
                99);
        return DecisionMapper.decision(request("{}", ToolStatus.FAILED), plan, AT);
    }

    @Test
    @DisplayName("PLN-7 a plan to act is written with all that it says, under an id that follows from the request")
    void actions() {
        PlanDecision record = decision(new Decision.Act(
                RATIONALE,
                List.of(
                        new ProposedAction(
                                "a",
                                "t",
                                Map.of("n", 1),
                                "x:1",
                                "r",
                                "e",
                                "b",
                                true,
                                List.of("x:0"),
                                io.flyball.planner.plan.Risk.HIGH),
                        new ProposedAction(null, "u", Map.of(), null, "r", null, null, false, List.of(), null))));

        assertThat(record.getId()).isEqualTo("r1:p2.1:d");
        assertThat(record.getRequestId()).isEqualTo("r1:p2.1");
        assertThat(record.getDecision()).isEqualTo(PlanDecisionKind.ACT);
        assertThat(record.getConfidence()).isEqualTo(0.7);
        assertThat(record.getComplexity()).isEqualTo(3);
        assertThat(record.getDecidedBy().getWhy()).isEqualTo("w");
        assertThat(record.getTokens().getCacheWrite()).isEqualTo(4);
        assertThat(record.getLlmCalls()).isEqualTo(2);
        assertThat(record.getCostMicros()).isEqualTo(99);
        assertThat(record.getStopReason()).isEqualTo("tool_use");
        assertThat(record.getDecidedAt()).isEqualTo(AT);
        assertThat(record.getActions()).hasSize(2);
        assertThat(record.getActions().getFirst()).satisfies(action -> {
            assertThat(action.getIndex()).isZero();
            assertThat(action.getArgumentsJson()).isEqualTo("{\"n\":1}");
            assertThat(action.getRisk()).isEqualTo(Risk.HIGH);
            assertThat(action.getVerifies()).containsExactly("x:0");
            assertThat(action.getIndependent()).isTrue();
            assertThat(action.getExpectedEffect()).isEqualTo("e");
            assertThat(action.getRollback()).isEqualTo("b");
        });
        assertThat(record.getActions().getLast().getIndex()).isEqualTo(1);
    }

    @Test
    @DisplayName("TEAM-1 TEAM-4 a delegation is written with its dependencies, an action with its resources and phase")
    void delegation() {
        PlanDecision record = decision(new Decision.Delegate(
                RATIONALE,
                List.of(new Delegated("a", "x", "g", List.of()), new Delegated("b", "y", "h", List.of("a")))));
        assertThat(record.getDecision()).isEqualTo(PlanDecisionKind.DELEGATE);
        assertThat(record.getDelegations()).hasSize(2);
        assertThat(record.getDelegations().getLast()).satisfies(step -> {
            assertThat(step.getName()).isEqualTo("b");
            assertThat(step.getAgent()).isEqualTo("y");
            assertThat(step.getGoal()).isEqualTo("h");
            assertThat(step.getDependsOn()).containsExactly("a");
        });

        PlanDecision act = decision(new Decision.Act(
                RATIONALE,
                List.of(new ProposedAction(
                        null,
                        "t",
                        Map.of(),
                        "x:1",
                        "r",
                        null,
                        null,
                        false,
                        List.of(),
                        null,
                        List.of("x:1", "y:1"),
                        "p",
                        List.of(new Expectation(Expectation.Kind.CONTAINS, "release: 6"))))));
        assertThat(act.getActions().getFirst().getExpects())
                .containsExactly(new io.flyball.contract.Expectation(ExpectationKind.CONTAINS, "release: 6"));
        assertThat(act.getActions().getFirst().getResources()).containsExactly("x:1", "y:1");
        assertThat(act.getActions().getFirst().getPhase()).isEqualTo("p");
    }

    @Test
    @DisplayName("CON-1 finish, question and escalation are written, each alone")
    void otherDecisions() {
        PlanDecision finish = decision(new Decision.Finish(RATIONALE, FinishOutcome.NOT_REPRODUCED, "s", null));
        assertThat(finish.getFinish().getOutcome()).isEqualTo(Outcome.NOT_REPRODUCED);
        assertThat(finish.getEscalation()).isNull();

        assertThat(decision(new Decision.Ask(RATIONALE, "q?")).getQuestion()).isEqualTo("q?");

        PlanDecision escalation = decision(new Decision.Escalate(RATIONALE, "r", "k", List.of("n"), null));
        assertThat(escalation.getEscalation().getNextSteps()).containsExactly("n");
        assertThat(escalation.getError()).isNull();
    }

    @ParameterizedTest
    @EnumSource(io.flyball.planner.plan.ErrorClass.class)
    @DisplayName("RUN-7 a fault is an escalation with its class")
    void faults(io.flyball.planner.plan.ErrorClass errorClass) {
        PlanDecision record = decision(Decision.Escalate.because(new Fault(errorClass, "m"), "n"));

        assertThat(record.getDecision()).isEqualTo(PlanDecisionKind.ESCALATE);
        assertThat(record.getError().getErrorClass()).isEqualTo(ErrorClass.valueOf(errorClass.name()));
        assertThat(record.getError().getMessage()).isEqualTo("m");
    }

    @Test
    @DisplayName("COST-2 a model call is usage, told apart by the provider's own id")
    void usage() {
        Usage usage = UsageMapper.usage(
                request("{}", ToolStatus.FAILED),
                new ModelCall(
                        "msg_1", Provider.ANTHROPIC, "m", new Tokens(1, 2, 3, 4), Duration.ofMillis(5), AT, false));

        assertThat(usage.getId()).isEqualTo("r1:p2.1:u:msg_1");
        assertThat(usage.getKind()).isEqualTo(UsageKind.MODEL_CALL);
        assertThat(usage.getPrincipal()).isEqualTo("p");
        assertThat(usage.getProvider()).isEqualTo("anthropic");
        assertThat(usage.getTokens().getCacheRead()).isEqualTo(3);
        assertThat(usage.getDurationMillis()).isEqualTo(5);
        assertThat(usage.getUsedAt()).isEqualTo(AT);
        assertThat(usage.getTool()).isNull();
    }
}
