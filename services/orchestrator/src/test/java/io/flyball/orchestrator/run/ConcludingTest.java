package io.flyball.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A run at its limit ends with what it found. */
class ConcludingTest {
    private static final Plan.Wants ESCALATE =
            new Plan.Wants.Escalate(new HandOver("the disk is full", "97 % of /var", List.of("make room")));
    private static final Tokens TOO_MANY = new Tokens(50_001, 0, 0, 0);

    @Test
    @DisplayName("RUN-28 a hand-over that arrives over a limit is used")
    void handOverOverTheLimit() {
        Given run = Given.anOpenRun().plans(ESCALATE, TOO_MANY, 1, 600_000);
        assertThat(result(run).outcome()).isEqualTo(Outcome.ESCALATED);
        assertThat(result(run).handOver()).extracting(HandOver::reason).isEqualTo("the disk is full");
    }

    @Test
    @DisplayName("RUN-28 a valid finish that arrives over a limit is used, one that is not valid ends by the limit")
    void finishOverTheLimit() {
        Plan.Wants resolved = new Plan.Wants.Finish(Outcome.RESOLVED, "fixed", "bad release");
        Given good = Given.anOpenRun().looksAround().plans(resolved, TOO_MANY, 1, 0);
        assertThat(result(good).outcome()).isEqualTo(Outcome.RESOLVED);

        Given owing = Given.anOpenRun().changes("deploy", "service:shop").plans(resolved, TOO_MANY, 1, 0);
        assertThat(result(owing).outcome()).isEqualTo(Outcome.BUDGET_EXCEEDED);
        assertThat(result(owing).handOver())
                .extracting(HandOver::known)
                .asString()
                .contains("Not verified: service:shop");
    }

    @Test
    @DisplayName("RUN-28 before the last model call the planner is told that only a conclusion is used")
    void lastCallIsAnnounced() {
        Given run = Given.anOpenRun().plans(act(), Tokens.NONE, 8, 0);
        run.allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);
        assertThat(hints(run)).doesNotContain(Concluding.HINT);
        run.plans(act(), Tokens.NONE, 1, 0).allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);
        assertThat(hints(run)).contains(Concluding.HINT);
        run.plans(ESCALATE, Tokens.NONE, 1, 0);
        assertThat(result(run).outcome()).isEqualTo(Outcome.ESCALATED);
    }

    @Test
    @DisplayName("RUN-28 before the last tokens and the last money it is told, too")
    void lastTokensAreAnnounced() {
        Given tokens = Given.anOpenRun().plans(act(), new Tokens(20_000, 0, 0, 0), 1, 0);
        tokens.allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);
        assertThat(hints(tokens)).contains(Concluding.HINT);
        Given money = Given.anOpenRun().plans(act(), Tokens.NONE, 1, 200_000);
        money.allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);
        assertThat(hints(money)).contains(Concluding.HINT);
    }

    @Test
    @DisplayName("RUN-28 whoever acts with the last call ends the run, nothing begins, and what it found is told")
    void actingWithTheLastCall() {
        Given run = Given.anOpenRun().plans(act(), Tokens.NONE, 10, 0);
        assertThat(result(run).outcome()).isEqualTo(Outcome.BUDGET_EXCEEDED);
        assertThat(result(run).handOver())
                .extracting(HandOver::known)
                .asString()
                .contains("The planner last said: because");
        assertThat(run.commands(RunCommand.Propose.class)).isEmpty();
        assertThat(run.commands(RunCommand.KeepStep.class)).hasSize(1);
    }

    @Test
    @DisplayName("RUN-10 why there is no plan is the reason, and is not told once more as what was found")
    void noPlan() {
        Given run = Given.anOpenRun().plans(new Plan.Wants.NoPlan(ErrorClass.CONFIG, "no runbook for it"));
        assertThat(result(run).reason()).contains("no runbook for it");
        assertThat(result(run).summary()).doesNotContain("last said");
    }

    @Test
    @DisplayName("RUN-28 a runbook asks no model and is told nothing of calls")
    void runbook() {
        assertThat(hints(Given.anOpenRun().looksAround())).isEmpty();
    }

    private static Plan.Wants act() {
        return new Plan.Wants.Act(List.of(Given.read(0, "look")));
    }

    private static RunResult result(Given run) {
        return run.commands(RunCommand.Conclude.class).getFirst().conclusion();
    }

    private static List<String> hints(Given run) {
        return run.commands(RunCommand.RequestPlan.class).getLast().run().hints();
    }
}
