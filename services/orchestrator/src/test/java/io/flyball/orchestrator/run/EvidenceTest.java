package io.flyball.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.orchestrator.run.Expectation.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What counts as having looked. */
class EvidenceTest {
    private static final String SHOP = "service:shop";
    private static final List<Expectation> CHECK = List.of(new Expectation(Kind.SUCCEEDS, ""));
    private static final List<Expectation> RELEASE = List.of(new Expectation(Kind.CONTAINS, "release: 6"));

    @Test
    @DisplayName("RUN-3 a read that was sent before the change had ended pays no verification")
    void readBeforeTheChangeEnded() {
        Given run = Given.anOpenRun()
                .proposes(Given.action(0, "deploy", SHOP, true, List.of()), look(1, null, CHECK))
                .allows(0, Effect.CHANGE)
                .allows(1, Effect.READ)
                .ends(0, ToolResult.Status.SUCCEEDED)
                .ends(1, ToolResult.Status.SUCCEEDED);
        assertThat(run.facts(RunFact.Verified.class)).isEmpty();
        assertThat(hints(run)).anyMatch(hint -> hint.contains("before its change by run-1:1:0 had ended"));

        run.finishes(Outcome.RESOLVED);
        assertThat(run.facts(RunFact.DecisionRefused.class)).hasSize(1);

        run.proposes(look(0, null, CHECK)).allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);
        assertThat(run.facts(RunFact.Verified.class)).containsExactly(new RunFact.Verified(SHOP, "run-1:3:0"));
    }

    @Test
    @DisplayName("RUN-3 a read that is sent again after the change had ended is a new look")
    void sentAgain() {
        Given run = Given.anOpenRun()
                .proposes(Given.action(0, "deploy", SHOP, true, List.of()), look(1, null, CHECK))
                .allows(0, Effect.CHANGE)
                .allows(1, Effect.READ)
                .ends(0, ToolResult.Status.SUCCEEDED);
        run.happens(new RunEvent.ToolEnded(
                run.id(1), 1, Given.report(ToolResult.Status.FAILED, ErrorClass.TRANSIENT), run.now));
        run.timePasses(java.time.Duration.ofSeconds(5)).ends(1, ToolResult.Status.SUCCEEDED);
        assertThat(run.facts(RunFact.Verified.class)).hasSize(1);
    }

    @Test
    @DisplayName("RUN-3 a read that does not say what it must show pays nothing, and the planner is told")
    void withoutExpectation() {
        Given run = Given.anOpenRun().changes("deploy", SHOP);
        run.proposes(look(0, null, List.of())).allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);
        assertThat(run.facts(RunFact.Verified.class)).isEmpty();
        assertThat(hints(run)).anyMatch(hint -> hint.contains("without saying what it must show"));

        run.proposes(look(0, null, RELEASE)).allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);
        assertThat(run.facts(RunFact.Verified.class)).hasSize(1);
        run.finishes(Outcome.RESOLVED);
        assertThat(run.commands(RunCommand.Conclude.class).getFirst().run().verified())
                .extracting(Verification::expected)
                .containsExactly("contains \"release: 6\"");
    }

    @Test
    @DisplayName("RUN-3 what does not show what it must is a failed verification, and says what was missing")
    void notAsExpected() {
        Given run = Given.anOpenRun().changes("deploy", SHOP);
        run.proposes(look(0, null, RELEASE)).allows(0, Effect.READ);
        run.happens(new RunEvent.ToolEnded(
                run.id(0), 1, Given.report(ToolResult.Status.FAILED, ErrorClass.EXTERNAL), run.now));
        assertThat(run.facts(RunFact.VerificationFailed.class))
                .containsExactly(new RunFact.VerificationFailed(SHOP, "run-1:2:0", 1, "it went wrong"));
    }

    @Test
    @DisplayName("RUN-16 a false alarm needs a look that compares, not just any read")
    void falseAlarm() {
        Given run = Given.anOpenRun();
        run.proposes(look(0, null, List.of())).allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);
        run.finishes(Outcome.NOT_REPRODUCED);
        assertThat(run.facts(RunFact.DecisionRefused.class)).hasSize(1);
        run.proposes(look(0, null, CHECK)).allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);
        run.finishes(Outcome.NOT_REPRODUCED);
        assertThat(run.state).isInstanceOf(RunState.Ended.class);
    }

    @Test
    @DisplayName("RUN-12 a phase with reads only is verified by a read that compares, and what depends on it may begin")
    void phaseWithReadsOnly() {
        Given run = ClosedRunPeriodsTest.phased();
        run.proposes(look(0, "provision", List.of())).allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);
        assertThat(phase(run, "provision")).isEqualTo(Phase.State.READY);
        run.proposes(look(0, "provision", CHECK)).allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);
        assertThat(phase(run, "provision")).isEqualTo(Phase.State.VERIFIED);
        assertThat(phase(run, "migrate")).isEqualTo(Phase.State.READY);
    }

    @Test
    @DisplayName("RUN-12 a phase whose only read failed may be tried again, and is not verified")
    void phaseWhoseReadFailed() {
        Given run = ClosedRunPeriodsTest.phased();
        run.proposes(look(0, "provision", CHECK)).allows(0, Effect.READ).ends(0, ToolResult.Status.FAILED);
        assertThat(phase(run, "provision")).isEqualTo(Phase.State.READY);
    }

    private static Phase.State phase(Given run, String name) {
        return ((RunState.Open) java.util.Objects.requireNonNull(run.state))
                .run().phases().stream()
                        .filter(phase -> phase.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .state();
    }

    private static List<String> hints(Given run) {
        return run.commands(RunCommand.RequestPlan.class).getLast().run().hints();
    }

    private static ProposedAction look(int index, @Nullable String phase, List<Expectation> expects) {
        ProposedAction plain = Given.action(index, "status-" + expects.size() + index, SHOP, true, List.of());
        return new ProposedAction(
                index,
                plain.label(),
                plain.tool(),
                plain.argumentsJson(),
                SHOP,
                plain.reasoning(),
                null,
                null,
                true,
                List.of(),
                null,
                List.of(),
                phase,
                plain.hash(),
                expects);
    }
}
