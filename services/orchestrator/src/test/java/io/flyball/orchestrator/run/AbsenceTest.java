package io.flyball.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.orchestrator.run.RunEvent.EngineBack;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an outage of the engine, or a clock that is set, does to a run: nothing. */
class AbsenceTest {
    private static final Duration OUTAGE = Duration.ofMinutes(7);

    private static Duration active(Given run) {
        return ((RunState.Open) java.util.Objects.requireNonNull(run.state))
                .run()
                .tally()
                .active();
    }

    /** The engine looked last at that time, and is away for that long. */
    private static Given away(Given run, Duration time) {
        Instant left = run.now;
        return run.after(time).happens(new EngineBack(left, run.now));
    }

    @Test
    @DisplayName("RUN-24 an outage while the planner is at it is not counted, and the plan may still come")
    void whilePlanning() {
        Given run = Given.anOpenRun().timePasses(Duration.ofSeconds(20));
        away(run, OUTAGE).timePasses(Duration.ofSeconds(1));

        assertThat(run.state).isInstanceOf(RunState.Planning.class);
        assertThat(active(run)).isEqualTo(Duration.ofSeconds(21));

        run.timePasses(Duration.ofSeconds(98));
        assertThat(run.state).isInstanceOf(RunState.Planning.class);
        run.timePasses(Duration.ofSeconds(1));
        assertThat(run.state).isInstanceOf(RunState.BackingOff.class);
    }

    @Test
    @DisplayName(
            "RUN-24 RUN-20 after a restart nobody knows how long the engine was away, so all since the last event counts as that")
    void afterRestart() {
        Given run = Given.anOpenRun().proposes(Given.read(0, "look")).allows(0, Effect.READ);
        run.after(OUTAGE).happens(new EngineBack(null, run.now)).timePasses(Duration.ofSeconds(1));

        assertThat(active(run)).isEqualTo(Duration.ofSeconds(1));
        run.ends(0, ToolResult.Status.SUCCEEDED);
        assertThat(run.state).isInstanceOf(RunState.Planning.class);
    }

    @Test
    @DisplayName("RUN-24 what is to be tried again is tried as long after the outage as was left before")
    void whileRetrying() {
        Given run = Given.anOpenRun().proposes(Given.read(0, "look")).allows(0, Effect.READ);
        run.happens(new RunEvent.ToolEnded(
                run.id(0), 1, Given.report(ToolResult.Status.FAILED, ErrorClass.TRANSIENT), run.now));
        Instant before = run.acting().wakeAt().orElseThrow();
        away(run, OUTAGE);

        assertThat(run.acting().wakeAt()).contains(before.plus(OUTAGE));
    }

    @Test
    @DisplayName("RUN-24 a clock that is set back, or forward, changes neither what was counted nor what is left")
    void clockIsSet() {
        Given run = Given.anOpenRun().timePasses(Duration.ofSeconds(20));
        away(run, Duration.ofHours(-1)).timePasses(Duration.ofSeconds(10));
        assertThat(active(run)).isEqualTo(Duration.ofSeconds(30));

        away(run, Duration.ofDays(400)).timePasses(Duration.ofSeconds(89));
        assertThat(run.state).isInstanceOf(RunState.Planning.class);
        run.timePasses(Duration.ofSeconds(1));
        assertThat(run.state).isInstanceOf(RunState.BackingOff.class);
    }

    @Test
    @DisplayName("RUN-24 an outage while specialists are at work starts none of them twice and reports none too early")
    void whileDelegating() {
        Given run = Given.anOpenRun()
                .plans(new Plan.Wants.Delegate(
                        java.util.List.of(new Plan.Delegation("db", "db-expert", "look", java.util.List.of()))));
        away(run, OUTAGE).timePasses(Duration.ofSeconds(1));

        assertThat(run.commands(RunCommand.OpenChild.class)).hasSize(1);
        assertThat(run.commands(RunCommand.ReportProgress.class)).isEmpty();
    }

    @Test
    @DisplayName("RUN-24 a question to people keeps its date: they were there")
    void peopleWereThere() {
        Given run = Given.anOpenRun().plans(new Plan.Wants.Ask("which one?"));
        Instant until = ((RunState.AwaitingAnswer) java.util.Objects.requireNonNull(run.state)).deadline();
        away(run, OUTAGE);

        assertThat(run.state.wakeAt()).contains(until);
    }

    @Test
    @DisplayName("RUN-24 told twice of one absence, a run counts it once")
    void toldTwice() {
        Given run = Given.anOpenRun();
        away(run, OUTAGE);
        RunState once = run.state;
        run.happens(run.history.getLast());

        assertThat(run.state).isEqualTo(once);
    }

    @Test
    @DisplayName(
            "RUN-24 a change that the executor read after its deadline has not begun, and is sent again with a new one")
    void readTooLate() {
        Given run =
                Given.anOpenRun().proposes(Given.change(0, "restart", "shop")).allows(0, Effect.CHANGE);
        Instant first = run.commands(RunCommand.CallTool.class).getLast().deadline();
        away(run, OUTAGE).happens(new RunEvent.ToolEnded(run.id(0), 1, tooLate(), run.now));
        run.timePasses(Duration.ofSeconds(2));

        assertThat(run.commands(RunCommand.CallTool.class))
                .hasSize(2)
                .last()
                .satisfies(call -> assertThat(call.deadline()).isAfter(first.plus(OUTAGE.minusSeconds(5))));
    }

    @Test
    @DisplayName("RUN-24 RUN-17 but not if its alert has resolved meanwhile")
    void readTooLateAndResolved() {
        Given run =
                Given.anOpenRun().proposes(Given.change(0, "restart", "shop")).allows(0, Effect.CHANGE);
        away(run, OUTAGE).happens(Given.joins("fp", "shop", true, Given.START, run.now));
        run.happens(new RunEvent.ToolEnded(run.id(0), 1, tooLate(), run.now));
        run.timePasses(Duration.ofSeconds(2));

        assertThat(run.commands(RunCommand.CallTool.class)).hasSize(1);
        assertThat(run.state).isInstanceOf(RunState.Planning.class);
    }

    private static ToolResult tooLate() {
        return new ToolResult(
                ToolResult.Status.REFUSED,
                "",
                0,
                null,
                "it was read after its deadline",
                ErrorClass.TRANSIENT,
                false,
                Duration.ZERO,
                null,
                null,
                java.util.List.of(),
                null);
    }
}
