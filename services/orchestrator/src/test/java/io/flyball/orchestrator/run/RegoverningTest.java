package io.flyball.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.orchestrator.run.ToolResult.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RegoverningTest {
    private final Given run = Given.anOpenRun()
            .looksAround()
            .proposes(Given.change(0, "rollback", "service:shop"))
            .allows(0, Effect.CHANGE);

    @Test
    @DisplayName("GOV-15 a call whose grant lost its worth is governed again and sent again, and the run goes on")
    void governedAgain() {
        comesBack(Duration.ofSeconds(70));

        assertThat(state()).isEqualTo(new ActionState.Proposed(1));
        assertThat(run.commands(RunCommand.Propose.class).getLast().action().state())
                .isEqualTo(new ActionState.Proposed(1));
        run.allows(0, Effect.CHANGE);
        assertThat(run.commands(RunCommand.CallTool.class).getLast().dispatch()).isEqualTo(2);
        run.ends(0, Status.SUCCEEDED).verifies("service:shop").finishes(Outcome.RESOLVED);
        assertThat(run.commands(RunCommand.Conclude.class)).hasSize(1);
    }

    @Test
    @DisplayName("GOV-15 governed again, it may be held for a person or denied")
    void heldOrDenied() {
        comesBack(Duration.ofSeconds(70));
        run.holds(0, Effect.CHANGE);
        assertThat(state())
                .isInstanceOfSatisfying(
                        ActionState.AwaitingApproval.class,
                        s -> assertThat(s.sent()).isEqualTo(1));
        run.allows(0, Effect.CHANGE);
        assertThat(run.commands(RunCommand.CallTool.class).getLast().dispatch()).isEqualTo(2);

        comesBack(Duration.ofSeconds(70));
        run.denies(0, Effect.CHANGE);
        assertThat(run.state).isInstanceOf(RunState.Planning.class);
    }

    @Test
    @DisplayName(
            "GOV-15 a grant that is always worth nothing at once, as with a clock that is wrong, ends as a refusal that the planner sees")
    void neverWorthAnything() {
        for (int sent = 1; sent < 5; sent++) {
            comesBack(Duration.ofMillis(100));
            run.allows(0, Effect.CHANGE);
        }
        comesBack(Duration.ofMillis(100));

        assertThat(run.state).isInstanceOf(RunState.Planning.class);
        assertThat(run.commands(RunCommand.CallTool.class).stream()
                        .filter(call -> call.action().proposal().tool().equals("run_command")
                                && call.allowed().effect().changes()))
                .hasSize(5);
    }

    @Test
    @DisplayName("RUN-9 what a person took over is not governed again")
    void takenOver() {
        run.happens(new RunEvent.PauseOrdered("ann", "I do it myself", true, run.now));
        comesBack(Duration.ofSeconds(70));

        assertThat(run.commands(RunCommand.Propose.class)).hasSize(2);
        assertThat(run.state).isInstanceOf(RunState.Paused.class);
    }

    @Test
    @DisplayName(
            "RUN-9 what fails for a passing reason after a person took over is not tried again, not even when it is handed back")
    void takenOverAndPassing() {
        Given looking = Given.anOpenRun().proposes(Given.read(0, "look")).allows(0, Effect.READ);
        looking.happens(new RunEvent.PauseOrdered("ann", "I do it myself", true, looking.now));
        String id = looking.acting().actions().getFirst().id();
        var passing = Given.report(Status.TIMED_OUT, ErrorClass.TRANSIENT);
        looking.happens(new RunEvent.ToolEnded(id, looking.dispatch(0), passing, looking.now));

        assertThat(looking.state).isInstanceOf(RunState.Paused.class);
        looking.happens(new RunEvent.ResumeOrdered("ann", "done", "I have restarted it", looking.now));
        looking.timePasses(Duration.ofMinutes(1));
        assertThat(looking.commands(RunCommand.CallTool.class)).hasSize(1);
        assertThat(looking.state).isInstanceOf(RunState.Planning.class);
    }

    @Test
    @DisplayName("GOV-15 the grant goes to the executor as it came")
    void handedOn() {
        comesBack(Duration.ofSeconds(70));
        Verdict v =
                run.answer(run.acting().actions().getFirst().id(), "hash-rollback", Verdict.Kind.ALLOW, Effect.CHANGE);
        var signed = v.withGrant("g1.key.grant.signature");
        run.happens(new RunEvent.VerdictArrived(signed, run.now));

        assertThat(run.commands(RunCommand.CallTool.class).getLast().allowed().grant())
                .isEqualTo("g1.key.grant.signature");
    }

    private void comesBack(Duration later) {
        run.after(later);
        var report = new ToolResult(
                Status.REFUSED,
                "",
                0,
                null,
                "its grant was good until then",
                ErrorClass.TRANSIENT,
                false,
                Duration.ZERO,
                null,
                null,
                List.of(),
                null,
                true);
        String id = run.acting().actions().getFirst().id();
        run.happens(new RunEvent.ToolEnded(id, run.dispatch(0), report, run.now));
    }

    private ActionState state() {
        return run.acting().actions().getFirst().state();
    }
}
