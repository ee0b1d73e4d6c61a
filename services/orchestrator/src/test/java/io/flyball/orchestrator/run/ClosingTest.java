package io.flyball.orchestrator.run;

import static io.flyball.orchestrator.run.Given.anOpenRun;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A run that ends while a change is with the executor. */
class ClosingTest {
    private static final String SHOP = "service:shop";

    private static Given changing() {
        return anOpenRun().proposes(Given.change(0, "rollback", SHOP)).allows(0, Effect.CHANGE);
    }

    private static Given cancelled(Given run) {
        return run.happens(new RunEvent.CancelOrdered("ann", "enough", run.now));
    }

    private static Given answers(Given run, ToolResult.Status status) {
        return run.happens(new RunEvent.ToolEnded("run-1:1:0", 1, Given.report(status), run.now));
    }

    private static RunResult end(Given run) {
        return run.commands(RunCommand.Conclude.class).getFirst().conclusion();
    }

    private static List<RunCommand.Conclude> ends(Given run) {
        return run.commands(RunCommand.Conclude.class);
    }

    @Test
    @DisplayName(
            "RUN-26 a run that is cancelled during a change waits for its end, and the result says what was changed")
    void cancel() {
        Given run = cancelled(changing());
        assertThat(ends(run)).isEmpty();
        assertThat(run.commands(RunCommand.CancelTools.class)).hasSize(1);
        assertThat(run.facts(RunFact.RunClosing.class)).singleElement().satisfies(closing -> {
            assertThat(closing.outcome()).isEqualTo(Outcome.CANCELLED);
            assertThat(closing.awaited()).containsExactly("run_command on service:shop (run-1:1:0)");
        });

        answers(run.after(Duration.ofSeconds(2)), ToolResult.Status.SUCCEEDED);
        assertThat(end(run).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(end(run).summary())
                .contains("cancelled by ann: enough", "changed: service:shop", "Not verified: service:shop");
        Action kept = run.commands(RunCommand.KeepStep.class)
                .getLast()
                .turn()
                .actions()
                .getFirst();
        assertThat(kept.state()).isInstanceOf(ActionState.Finished.class);
    }

    @Test
    @DisplayName("RUN-26 a limit that is reached during a change waits for its end; the hand-over names it")
    void limit() {
        Given run = changing().timePasses(Duration.ofSeconds(300));
        assertThat(ends(run)).isEmpty();
        answers(run.after(Duration.ofSeconds(1)), ToolResult.Status.CANCELLED);
        assertThat(end(run).outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(end(run).reason()).contains("300 s of active time");
        assertThat(end(run).handOver().known()).contains("changed: service:shop", "Not verified: service:shop");
    }

    @Test
    @DisplayName("RUN-26 a change whose end nobody tells is UNKNOWN after its deadline and a minute, and named")
    void unknown() {
        Given run = cancelled(changing()).timePasses(Duration.ofSeconds(359));
        assertThat(ends(run)).isEmpty();
        run.timePasses(Duration.ofSeconds(1));
        assertThat(end(run).summary())
                .contains("Not known whether it took effect: run_command on service:shop (run-1:1:0)");
        assertThat(run.facts(RunFact.ToolFinished.class).getLast().report().status())
                .isEqualTo(ToolResult.Status.UNKNOWN);
    }

    @Test
    @DisplayName("RUN-26 a change that never started left nothing changed, and the result says so")
    void neverStarted() {
        Given run = cancelled(changing());
        var report = new ToolResult(
                ToolResult.Status.CANCELLED,
                "",
                0,
                null,
                "before",
                null,
                false,
                Duration.ZERO,
                null,
                null,
                List.of(),
                null);
        run.happens(new RunEvent.ToolEnded("run-1:1:0", 1, report, run.now));
        assertThat(end(run).summary()).contains("nothing was changed");
    }

    @Test
    @DisplayName("RUN-26 orders to a run that ends already are answered with what it waits for; a stop blocks nothing")
    void furtherOrders() {
        Given run = cancelled(changing());
        RunState before = run.state;
        for (RunEvent order : List.of(
                new RunEvent.CancelOrdered("ben", "enough", run.now),
                new RunEvent.PauseOrdered("ben", "look", true, run.now),
                new RunEvent.ResumeOrdered("ben", "go on", null, run.now))) {
            run.happens(order);
            assertThat(run.last.why()).contains("cancelled by ann", "run_command on service:shop");
            assertThat(run.state).isEqualTo(before);
        }
        run.happens(new RunEvent.StopEngaged("drill", run.now)).timePasses(Duration.ofMinutes(6));
        assertThat(ends(run)).hasSize(1);
    }

    @Test
    @DisplayName("RUN-26 reads in flight are not waited for")
    void reads() {
        Given run = cancelled(anOpenRun().proposes(Given.read(0, "look")).allows(0, Effect.READ));
        assertThat(ends(run)).hasSize(1);
    }

    @Test
    @DisplayName("RUN-26 what has not begun is not begun, and says why")
    void notBegun() {
        Given run = anOpenRun()
                .proposes(Given.change(0, "rollback", SHOP), Given.change(1, "restart", SHOP))
                .allows(0, Effect.CHANGE)
                .allows(1, Effect.CHANGE);
        answers(cancelled(run), ToolResult.Status.SUCCEEDED);
        List<Action> kept =
                run.commands(RunCommand.KeepStep.class).getLast().turn().actions();
        assertThat(kept.getLast().state()).isEqualTo(new ActionState.Skipped("cancelled by ann: enough"));
        assertThat(run.commands(RunCommand.CallTool.class)).hasSize(1);
    }

    @Test
    @DisplayName(
            "RUN-26 TEAM-2 a cancelled coordinator cancels its specialists until they have ended, and tells what they"
                    + " did")
    void specialists() {
        Given run = anOpenRun()
                .plans(new Plan.Wants.Delegate(List.of(new Plan.Delegation("a", "db-expert", "do a", List.of()))));
        DelegatedStep task = ((RunState.Delegating) run.state).tasks().getFirst();
        cancelled(run).timePasses(Duration.ofSeconds(10));
        assertThat(run.commands(RunCommand.CancelChild.class)).hasSize(2);
        assertThat(ends(run)).isEmpty();

        var finding = new Finding(
                "a",
                "db-expert",
                task.childRunId(),
                Outcome.CANCELLED,
                "s",
                0,
                List.of(),
                List.of(),
                1,
                9,
                9,
                null,
                Looks.NONE);
        run.happens(new RunEvent.ChildEnded(finding, 1, run.now));
        assertThat(end(run).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(end(run).summary()).contains("a CANCELLED");
    }

    @Test
    @DisplayName("RUN-26 RUN-27 specialists that never answer are not waited for for ever")
    void lostSpecialists() {
        Given run = cancelled(anOpenRun()
                .plans(new Plan.Wants.Delegate(List.of(new Plan.Delegation("a", "db-expert", "do a", List.of())))));
        run.timePasses(Duration.ofMinutes(7));
        assertThat(ends(run)).hasSize(1);
    }

    @Test
    @DisplayName("RUN-24 RUN-26 an outage during which the executor's word lay unread takes nothing from its deadline")
    void outage() {
        Given run = cancelled(changing()).after(Duration.ofMinutes(7));
        run.happens(new RunEvent.EngineBack(Given.START, run.now)).timePasses(Duration.ofSeconds(1));
        assertThat(ends(run)).isEmpty();
        answers(run, ToolResult.Status.SUCCEEDED);
        assertThat(end(run).summary()).contains("changed: service:shop").doesNotContain("Not known");
    }
}
