package io.flyball.orchestrator.run;

import static io.flyball.orchestrator.run.Given.anOpenRun;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Runs that people pause, take over, hand back, answer and cancel. */
class PeopleTest {
    private static final String SHOP = "service:shop";

    private static Given pauses(Given run, boolean takeOver) {
        return run.happens(new RunEvent.PauseOrdered("ann", "let me look", takeOver, run.now));
    }

    private static Given handsBack(Given run, String note) {
        return run.happens(new RunEvent.ResumeOrdered("ann", "done", note, run.now));
    }

    private static String background(Given run) {
        return String.join(
                "\n", run.commands(RunCommand.RequestPlan.class).getLast().run().background());
    }

    @Nested
    class Pauses {
        @Test
        @DisplayName("RUN-9 a run that is being planned pauses at once, and goes on waiting for that plan after it")
        void whilePlanning() {
            Given run = pauses(anOpenRun(), false);
            assertThat(run.state).isInstanceOf(RunState.Paused.class);
            run.timePasses(Duration.ofDays(2));
            assertThat(run.state).isInstanceOf(RunState.Paused.class);

            handsBack(run, null);
            assertThat(run.requestId()).isEqualTo("run-1:p1.1");
            assertThat(((RunState.Open) run.state).run().tally().active()).isZero();
        }

        @Test
        @DisplayName("RUN-9 what runs may end while paused, but nothing more begins until the run is resumed")
        void whileActing() {
            Given run = anOpenRun().proposes(Given.read(0, "a"), Given.change(1, "b", SHOP));
            run.allows(0, Effect.READ);
            pauses(run, false).allows(1, Effect.CHANGE).ends(0, ToolResult.Status.SUCCEEDED);
            assertThat(run.commands(RunCommand.CallTool.class)).hasSize(1);

            handsBack(run, null);
            assertThat(run.commands(RunCommand.CallTool.class)).hasSize(2);
        }

        @Test
        @DisplayName("RUN-9 a step that ends while paused leaves the run paused, and it goes on with the next step")
        void stepEndsWhilePaused() {
            Given run = anOpenRun().proposes(Given.read(0, "a")).allows(0, Effect.READ);
            pauses(run, false).ends(0, ToolResult.Status.SUCCEEDED);
            assertThat(run.state).isInstanceOf(RunState.Paused.class);
            handsBack(run, null);
            assertThat(run.requestId()).isEqualTo("run-1:p2.1");
        }

        @Test
        @DisplayName("STOP-2 a stop that comes while paused changes nothing; the run is held once it is resumed")
        void stopWhilePaused() {
            Given run = pauses(anOpenRun(), false);
            run.happens(new RunEvent.StopEngaged("drill", run.now));
            assertThat(run.state).isInstanceOf(RunState.Paused.class);
            handsBack(run, null).happens(new RunEvent.StopEngaged("drill", run.now));
            assertThat(run.state).isInstanceOf(RunState.Held.class);
            handsBack(run, null);
            assertThat(run.last.why()).contains("release");
        }
    }

    @Nested
    class TakeOvers {
        @Test
        @DisplayName("RUN-9 taken over, nothing of the step is begun any more; the hand-back note reaches the planner")
        void handBack() {
            Given run = anOpenRun()
                    .proposes(Given.read(0, "a"), Given.change(1, "b", SHOP))
                    .allows(0, Effect.READ)
                    .holds(1, Effect.CHANGE);
            pauses(run, true).ends(0, ToolResult.Status.CANCELLED);
            assertThat(run.state).isInstanceOf(RunState.Paused.class);
            assertThat(run.facts(RunFact.RunPaused.class))
                    .singleElement()
                    .satisfies(paused -> assertThat(paused.takenOver()).isTrue());

            handsBack(run, "done: restarted shop by hand; next: check checkout; approach: no more restarts");

            assertThat(run.facts(RunFact.RunResumed.class).getFirst().note()).contains("by hand");
            assertThat(background(run)).contains("Handed back by ann", "no more restarts");
            assertThat(run.commands(RunCommand.CallTool.class)).hasSize(1);
        }

        @Test
        @DisplayName("RUN-10 an escalation may wait for a hand-back for days, holding nothing, and then go on")
        void escalationWaits() {
            Given run = anOpenRun(Given.patient())
                    .plans(new Plan.Wants.Escalate(
                            new HandOver("disk is full", "nothing was changed", List.of("free some"))));
            assertThat(run.state).isInstanceOf(RunState.Paused.class);
            assertThat(run.commands(RunCommand.AskPeople.class))
                    .singleElement()
                    .satisfies(ask -> assertThat(ask.text()).contains("disk is full", "free some"));
            run.timePasses(Duration.ofHours(23));

            handsBack(run, "freed 20 GB");
            assertThat(run.requestId()).isEqualTo("run-1:p2.1");
        }

        @Test
        @DisplayName(
                "COST-12 a budget without room lets a run wait where its agent waits for people; raised, it goes on")
        void budgetIsRaised() {
            Given run = anOpenRun(Given.patient())
                    .plans(new Plan.Wants.NoPlan(ErrorClass.CONFIG, "budget run:r is used up", "run:r"));
            assertThat(run.state).isInstanceOf(RunState.Paused.class);
            assertThat(run.commands(RunCommand.AskPeople.class))
                    .singleElement()
                    .satisfies(
                            ask -> assertThat(ask.text()).contains("budget run:r is used up", "budgets raise run:r"));
            assertThat(run.facts(RunFact.RunPaused.class))
                    .singleElement()
                    .extracting(RunFact.RunPaused::budget)
                    .isEqualTo("run:r");

            handsBack(run, "raised");
            assertThat(run.requestId()).isEqualTo("run-1:p1.2");
        }

        @Test
        @DisplayName("COST-5 a budget without room ends a run as BUDGET_EXCEEDED where its agent does not wait")
        void budgetEndsTheRun() {
            Given run =
                    anOpenRun().plans(new Plan.Wants.NoPlan(ErrorClass.CONFIG, "budget all:day is used up", "all:day"));
            RunCommand.Conclude end = run.commands(RunCommand.Conclude.class).getFirst();
            assertThat(end.conclusion().outcome()).isEqualTo(Outcome.BUDGET_EXCEEDED);
            assertThat(end.conclusion().reason()).contains("budget all:day is used up");
        }

        @Test
        @DisplayName("RUN-10 where nobody comes in time, the run ends as ESCALATED with its hand-over")
        void nobodyComes() {
            Given run = anOpenRun(Given.patient())
                    .plans(new Plan.Wants.Escalate(new HandOver("disk is full", "", List.of("free some"))))
                    .timePasses(Duration.ofDays(1));
            RunCommand.Conclude end = run.commands(RunCommand.Conclude.class).getFirst();
            assertThat(end.conclusion().outcome()).isEqualTo(Outcome.ESCALATED);
            assertThat(end.conclusion().handOver().nextSteps()).containsExactly("free some");
        }

        @Test
        @DisplayName("RUN-10 a hand-over says what is known and what was changed, even where the planner says nothing")
        void handOverTellsWhatIsKnown() {
            Given run = anOpenRun().changes("restart", SHOP);
            run.plans(new Plan.Wants.Escalate(new HandOver("I do not know", "", List.of())));
            assertThat(run.commands(RunCommand.Conclude.class)
                            .getFirst()
                            .conclusion()
                            .handOver()
                            .known())
                    .contains("changed: " + SHOP, "Not verified: " + SHOP);
        }
    }

    @Nested
    class Questions {
        @Test
        @DisplayName("RUN-10 a question waits for its answer without time counting; the answer reaches the planner")
        void answered() {
            Given run = anOpenRun().plans(new Plan.Wants.Ask("May I drop the index?"));
            assertThat(run.state).isInstanceOf(RunState.AwaitingAnswer.class);
            run.timePasses(Duration.ofDays(2)).happens(new RunEvent.AnswerGiven("ann", "no", run.now));
            assertThat(background(run)).contains("May I drop the index?", "ann: no");
            assertThat(run.facts(RunFact.QuestionAnswered.class)).hasSize(1);
        }

        @Test
        @DisplayName("RUN-10 a question that nobody answers ends in an escalation")
        void unanswered() {
            Given run = anOpenRun().plans(new Plan.Wants.Ask("which?")).timePasses(Duration.ofDays(3));
            assertThat(run.commands(RunCommand.Conclude.class)
                            .getFirst()
                            .conclusion()
                            .outcome())
                    .isEqualTo(Outcome.ESCALATED);
        }
    }

    @Test
    @DisplayName("RUN-9 cancel ends a run wherever it stands, and the tools that run")
    void cancel() {
        for (Given run : List.of(
                anOpenRun(),
                pauses(anOpenRun(), false),
                anOpenRun().plans(new Plan.Wants.Ask("which?")),
                anOpenRun().proposes(Given.read(0, "a")).allows(0, Effect.READ))) {
            boolean acting = run.state instanceof RunState.Acting;
            run.happens(new RunEvent.CancelOrdered("ann", "enough", run.now));
            assertThat(run.commands(RunCommand.Conclude.class)
                            .getFirst()
                            .conclusion()
                            .outcome())
                    .isEqualTo(Outcome.CANCELLED);
            assertThat(run.commands(RunCommand.CancelTools.class)).hasSize(acting ? 1 : 0);
        }
    }

    @Test
    @DisplayName(
            "RUN-9 RUN-27 a pause during a back-off stops the clock and the looks; what was to be tried again is, after it")
    void pausedWhileRetrying() {
        Given run = Given.anOpenRun().proposes(Given.read(0, "look")).allows(0, Effect.READ);
        run.happens(new RunEvent.ToolEnded(
                run.id(0), 1, Given.report(ToolResult.Status.FAILED, ErrorClass.TRANSIENT), run.now));
        run.happens(new RunEvent.PauseOrdered("ann", "let me look", false, run.now));
        Duration before = run.acting().run().tally().active();

        assertThat(run.acting().wakeAt()).isEmpty();
        run.timePasses(Duration.ofDays(2));
        assertThat(run.acting().run().tally().active()).isEqualTo(before);

        run.happens(new RunEvent.ResumeOrdered("ann", "go on", null, run.now)).timePasses(Duration.ofMillis(200));
        assertThat(run.commands(RunCommand.CallTool.class))
                .extracting(RunCommand.CallTool::dispatch)
                .containsExactly(1, 2);
    }
}
