package io.flyball.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A question to the planner outlives holds, pauses and given-up waits; its answer is paid for, so it is counted, and used. */
class LateAnswersTest {
    private static final Plan.Wants LOOK = new Plan.Wants.Act(List.of(Given.read(0, "look")));

    private static RunEvent.PlanArrived answer(Given run, String requestId, Plan.Wants wants) {
        var by = new Plan.DecidedBy("model", null, null, "p", "m", "test");
        return new RunEvent.PlanArrived(
                new Plan(requestId + ":d", requestId, wants, "because", 0.9, by, new Tokens(100, 10, 0, 0), 1, 700),
                run.now);
    }

    private static Tally tally(Given run) {
        return ((RunState.Open) Objects.requireNonNull(run.state)).run().tally();
    }

    private static Given blip(Given run) {
        run.after(Duration.ofSeconds(1)).happens(new RunEvent.StopEngaged("Redis is away", run.now));
        return run.after(Duration.ofSeconds(1)).happens(new RunEvent.StopReleased(run.now));
    }

    @Test
    @DisplayName(
            "STOP-2 COST-2 a plan that comes while the run is held is counted, kept and followed after the release")
    void whileHeld() {
        Given run = Given.anOpenRun();
        String asked = run.requestId();
        run.happens(new RunEvent.StopEngaged("drill", run.now)).happens(answer(run, asked, LOOK));
        assertThat(run.state).isInstanceOf(RunState.Held.class);
        assertThat(tally(run).costMicros()).isEqualTo(700);

        run.happens(new RunEvent.StopReleased(run.now));
        assertThat(run.state).isInstanceOf(RunState.Acting.class);
        assertThat(run.commands(RunCommand.RequestPlan.class)).hasSize(1);
        assertThat(tally(run).llmCalls()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "RUN-9 COST-2 a plan that comes during a pause is counted and followed after it, but not after a hand-back")
    void whilePaused() {
        for (String note : new String[] {null, "restarted by hand"}) {
            Given run = Given.anOpenRun();
            String asked = run.requestId();
            run.happens(new RunEvent.PauseOrdered("ann", "let me look", false, run.now));
            run.happens(answer(run, asked, LOOK));
            run.happens(new RunEvent.ResumeOrdered("ann", "go on", note, run.now));

            assertThat(tally(run).costMicros()).isEqualTo(700);
            assertThat(run.state).isInstanceOf(note == null ? RunState.Acting.class : RunState.Planning.class);
            assertThat(run.commands(RunCommand.RequestPlan.class)).hasSize(note == null ? 1 : 2);
        }
    }

    @Test
    @DisplayName("RUN-4 holds and releases ask nothing again and use up no attempt: the one question is waited for")
    void blips() {
        Given run = Given.anOpenRun();
        String asked = run.requestId();
        for (int i = 0; i < 5; i++) {
            blip(run);
        }
        assertThat(run.commands(RunCommand.RequestPlan.class)).hasSize(1);
        assertThat(((RunState.Planning) Objects.requireNonNull(run.state)).attempt())
                .isEqualTo(1);
        run.happens(answer(run, asked, LOOK));
        assertThat(run.state).isInstanceOf(RunState.Acting.class);
    }

    @Test
    @DisplayName(
            "RUN-4 an answer that comes during the back-off, or to an earlier attempt, is used; the other one only counts")
    void late() {
        Given backingOff = Given.anOpenRun().timePasses(Duration.ofSeconds(120));
        assertThat(backingOff.state).isInstanceOf(RunState.BackingOff.class);
        backingOff.happens(answer(backingOff, "run-1:p1.1", LOOK));
        assertThat(backingOff.state).isInstanceOf(RunState.Acting.class);

        Given again = Given.anOpenRun().timePasses(Duration.ofSeconds(120)).timePasses(Duration.ofSeconds(2));
        String second = again.requestId();
        assertThat(second).isEqualTo("run-1:p1.2");
        again.happens(answer(again, "run-1:p1.1", LOOK)).happens(answer(again, second, LOOK));
        assertThat(again.state).isInstanceOf(RunState.Acting.class);
        assertThat(tally(again).llmCalls()).isEqualTo(2);
        assertThat(tally(again).costMicros()).isEqualTo(1_400);

        again.happens(answer(again, second, LOOK));
        assertThat(tally(again).llmCalls()).as("told twice, paid once").isEqualTo(2);
    }

    @Test
    @DisplayName("RUN-27 a planner that was kept from asking by a stop or the time has used up no attempt")
    void notAsked() {
        Given run = Given.anOpenRun();
        for (int i = 0; i < 5; i++) {
            run.plans(new Plan.Wants.NotAsked("kill_switch:service-restorer is on"));
            assertThat(run.state).isInstanceOf(RunState.BackingOff.class);
            run.timePasses(Duration.ofSeconds(2));
        }
        assertThat(run.state)
                .isInstanceOfSatisfying(
                        RunState.Planning.class, s -> assertThat(s.attempt()).isEqualTo(1));
        assertThat(run.commands(RunCommand.RequestPlan.class))
                .extracting(RunCommand.RequestPlan::requestId)
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("RUN-23 a run that an older version left held, or planning its second attempt, asks under a new id")
    void ofAnOlderVersion() {
        Given run = Given.anOpenRun();
        RunState.Planning s = (RunState.Planning) Objects.requireNonNull(run.state);
        Run old = s.run().edit().questions(Questions.NONE).done();
        run.state = new RunState.Planning(old, 1, 2, "run-1:p1.2", s.deadline());
        run.timePasses(Duration.ofSeconds(120)).timePasses(Duration.ofSeconds(3));
        assertThat(run.requestId()).isEqualTo("run-1:p1.3");

        run.state = new RunState.Held(old, "drill", 1, 2, null);
        run.happens(new RunEvent.StopReleased(run.now));
        assertThat(run.requestId()).isEqualTo("run-1:p1.2");
    }
}
