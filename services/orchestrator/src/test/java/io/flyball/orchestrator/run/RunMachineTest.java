package io.flyball.orchestrator.run;

import static io.flyball.orchestrator.run.Given.anOpenRun;
import static io.flyball.orchestrator.run.Given.change;
import static io.flyball.orchestrator.run.Given.read;
import static io.flyball.orchestrator.run.Given.verify;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunMachineTest {
    private static final String SHOP = "service:shop";

    @Test
    @DisplayName("RUN-1 a run opens with a plan request, a briefing and the first event of its history")
    void opens() {
        Given run = anOpenRun();

        assertThat(run.state).isInstanceOf(RunState.Planning.class);
        assertThat(run.commands(RunCommand.RequestPlan.class)).singleElement().satisfies(request -> {
            assertThat(request.requestId()).isEqualTo("run-1:p1.1");
            assertThat(request.step()).isEqualTo(1);
        });
        assertThat(run.commands(RunCommand.Brief.class)).hasSize(1);
        assertThat(run.facts(RunFact.RunOpened.class)).hasSize(1);
    }

    @Test
    @DisplayName("RUN-1 a plan for another request changes nothing, and says why")
    void ignoresForeignPlans() {
        Given run = anOpenRun();
        var by = new Plan.DecidedBy("runbook", null, null, null, null, "test");
        var stale = new Plan("x", "run-1:p9.9", new Plan.Wants.Ask("?"), "", 1, by, Tokens.NONE, 0, 0);
        RunState before = run.state;

        run.happens(new RunEvent.PlanArrived(stale, run.now));

        assertThat(run.state).isEqualTo(before);
        assertThat(run.last.why()).isEqualTo("not the plan request in flight");
    }

    @Nested
    class Scheduling {

        @Test
        @DisplayName("RUN-2 reads of one step run side by side")
        void readsRunSideBySide() {
            Given run = anOpenRun().proposes(read(0, "a"), read(1, "b"), read(2, "c"));
            run.allows(0, Effect.READ).allows(1, Effect.READ).allows(2, Effect.READ);

            assertThat(run.commands(RunCommand.CallTool.class)).hasSize(3);
        }

        @Test
        @DisplayName("RUN-2 changes run one at a time, in order")
        void changesRunInOrder() {
            Given run = anOpenRun().proposes(change(0, "one", "x"), change(1, "two", "y"));
            run.allows(1, Effect.CHANGE).allows(0, Effect.CHANGE);

            assertThat(run.commands(RunCommand.CallTool.class))
                    .extracting(call -> call.action().proposal().label())
                    .containsExactly("one");

            run.ends(0, ToolResult.Status.SUCCEEDED);
            assertThat(run.commands(RunCommand.CallTool.class))
                    .extracting(call -> call.action().proposal().label())
                    .containsExactly("one", "two");
        }

        @Test
        @DisplayName("RUN-2 changes that the plan calls independent run side by side")
        void independentChangesRunTogether() {
            Given run = anOpenRun()
                    .proposes(
                            Given.action(0, "one", "x", true, List.of()), Given.action(1, "two", "y", true, List.of()));
            run.allows(0, Effect.CHANGE).allows(1, Effect.CHANGE);

            assertThat(run.commands(RunCommand.CallTool.class)).hasSize(2);
        }

        @Test
        @DisplayName("RUN-2 what comes after a failed change is not tried")
        void skipsAfterFailure() {
            Given run = anOpenRun().proposes(change(0, "one", "x"), change(1, "two", "y"));
            run.allows(0, Effect.CHANGE).allows(1, Effect.CHANGE).ends(0, ToolResult.Status.FAILED);

            assertThat(run.commands(RunCommand.CallTool.class)).hasSize(1);
            assertThat(run.commands(RunCommand.KeepStep.class)
                            .getLast()
                            .turn()
                            .actions()
                            .get(1)
                            .state())
                    .isInstanceOf(ActionState.Skipped.class);
        }
    }

    @Nested
    class Approvals {

        @Test
        @DisplayName("APR-2 a verdict about another action's hash is not followed")
        void verdictIsBoundToTheAction() {
            Given run = anOpenRun().proposes(change(0, "rollback", SHOP));
            run.happens(new RunEvent.VerdictArrived(
                    run.answer(run.id(0), "another-hash", Verdict.Kind.ALLOW, Effect.CHANGE), run.now));

            assertThat(run.commands(RunCommand.CallTool.class)).isEmpty();
            assertThat(run.last.why()).contains("hash differs");
        }

        @Test
        @DisplayName("APR-1 a held action waits for a person, runs once approved, and only once")
        void heldActionRunsAfterApproval() {
            Given run = anOpenRun().proposes(change(0, "rollback", SHOP)).holds(0, Effect.CHANGE);
            assertThat(run.commands(RunCommand.CallTool.class)).isEmpty();

            run.after(Duration.ofMinutes(2)).allows(0, Effect.CHANGE).allows(0, Effect.CHANGE);
            assertThat(run.commands(RunCommand.CallTool.class)).hasSize(1);
        }

        @Test
        @DisplayName("APR-4 a denial goes back to the planner with its reason")
        void denialIsGuidance() {
            Given run = anOpenRun().proposes(change(0, "rollback", SHOP)).denies(0, Effect.CHANGE);

            assertThat(run.state).isInstanceOf(RunState.Planning.class);
            assertThat(run.commands(RunCommand.KeepStep.class)
                            .getLast()
                            .turn()
                            .actions()
                            .getFirst()
                            .answer())
                    .map(Verdict::reason)
                    .hasValue("rule says so");
        }

        @Test
        @DisplayName("RUN-4 waiting for people does not count as active time")
        void waitingForPeopleIsFree() {
            Given run = anOpenRun().proposes(change(0, "rollback", SHOP)).holds(0, Effect.CHANGE);
            run.timePasses(Duration.ofDays(2));

            assertThat(run.state).isInstanceOf(RunState.Acting.class);
            assertThat(run.acting().run().tally().active()).isLessThan(Duration.ofSeconds(1));
            assertThat(run.acting().wakeAt()).isEmpty();
        }
    }

    @Nested
    class Verification {

        @Test
        @DisplayName("RUN-3 finishing as RESOLVED with an unverified change is refused, and the planner is told which")
        void unpaidObligationRefusesResolved() {
            Given run = changed().finishes(Outcome.RESOLVED);

            assertThat(run.facts(RunFact.RunEnded.class)).isEmpty();
            assertThat(run.facts(RunFact.DecisionRefused.class))
                    .singleElement()
                    .satisfies(refused -> assertThat(refused.reason()).contains(SHOP));
            assertThat(run.commands(RunCommand.RequestPlan.class)
                            .getLast()
                            .run()
                            .hints())
                    .singleElement()
                    .satisfies(hint -> assertThat(hint).contains(SHOP));
        }

        @Test
        @DisplayName("RUN-3 a read of the same target after the change pays the verification")
        void verifiedRunResolves() {
            Given run = changed().proposes(verify(0, SHOP));
            run.allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED).finishes(Outcome.RESOLVED);

            assertThat(run.facts(RunFact.Verified.class)).hasSize(1);
            assertThat(run.facts(RunFact.RunEnded.class))
                    .singleElement()
                    .satisfies(ended -> assertThat(ended.outcome()).isEqualTo(Outcome.RESOLVED));
        }

        @Test
        @DisplayName("RUN-3 a read made before the change pays nothing")
        void readBeforeTheChangePaysNothing() {
            Given run = anOpenRun().proposes(verify(0, SHOP));
            run.allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);
            run.proposes(change(0, "rollback", SHOP)).allows(0, Effect.CHANGE).ends(0, ToolResult.Status.SUCCEEDED);
            run.finishes(Outcome.RESOLVED);

            assertThat(run.facts(RunFact.RunEnded.class)).isEmpty();
        }

        @Test
        @DisplayName("RUN-3 an unknown result owes a verification as well")
        void unknownOwesVerification() {
            Given run = anOpenRun().proposes(change(0, "rollback", SHOP)).allows(0, Effect.CHANGE);
            run.ends(0, ToolResult.Status.UNKNOWN);

            assertThat(run.facts(RunFact.VerificationOwed.class)).hasSize(1);
        }

        @Test
        @DisplayName("RUN-3 after two failed repairs the run is escalated with what was seen")
        void escalatesAfterTwoRepairs() {
            Given run = changed();
            for (int i = 0; i < 3; i++) {
                run.proposes(verify(0, SHOP)).allows(0, Effect.READ).ends(0, ToolResult.Status.FAILED);
            }

            assertThat(run.facts(RunFact.VerificationFailed.class)).hasSize(3);
            assertThat(run.commands(RunCommand.Conclude.class)).singleElement().satisfies(end -> {
                assertThat(end.conclusion().outcome()).isEqualTo(Outcome.ESCALATED);
                assertThat(end.conclusion().reason()).contains(SHOP);
            });
        }

        @Test
        @DisplayName("RUN-16 a false alarm is refused once something was changed")
        void notReproducedNeedsNoChange() {
            Given run = changed().proposes(verify(0, SHOP));
            run.allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED).finishes(Outcome.NOT_REPRODUCED);

            assertThat(run.facts(RunFact.RunEnded.class)).isEmpty();
            assertThat(run.facts(RunFact.DecisionRefused.class)).hasSize(1);
        }

        private Given changed() {
            return anOpenRun()
                    .proposes(change(0, "rollback", SHOP))
                    .allows(0, Effect.CHANGE)
                    .ends(0, ToolResult.Status.SUCCEEDED);
        }
    }

    @Nested
    class LimitsOfARun {

        @Test
        @DisplayName("RUN-4 ten steps, then STUCK, naming the limit")
        void stepLimit() {
            Given run = anOpenRun();
            for (int i = 0; i < 10; i++) {
                run.proposes(read(0, "different-" + i)).allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);
            }
            assertEnd(run, Outcome.STUCK, "limit of 10 steps");
        }

        @Test
        @DisplayName("RUN-4 the same action at most three times among the last ten")
        void sameActionLimit() {
            Given run = anOpenRun();
            for (int i = 0; i < 3; i++) {
                run.proposes(read(0, "again")).allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);
            }
            assertThat(run.facts(RunFact.RunEnded.class)).isEmpty();
            run.proposes(read(0, "again"));
            assertEnd(run, Outcome.STUCK, "the same action 3 times");
        }

        @Test
        @DisplayName("RUN-4 twenty actions")
        void actionLimit() {
            ProposedAction[] many = new ProposedAction[21];
            for (int i = 0; i < many.length; i++) {
                many[i] = read(i, "fact-" + i);
            }
            Given run = anOpenRun().proposes(many);
            assertEnd(run, Outcome.STUCK, "limit of 20 actions");
            assertThat(run.commands(RunCommand.Propose.class)).isEmpty();
        }

        @Test
        @DisplayName("RUN-4 50,000 tokens and $0.50")
        void budgets() {
            assertEnd(
                    anOpenRun().plans(new Plan.Wants.Ask("?"), new Tokens(50_001, 0, 0, 0), 1, 0),
                    Outcome.BUDGET_EXCEEDED,
                    "50000 tokens");
            assertEnd(
                    anOpenRun().plans(new Plan.Wants.Ask("?"), Tokens.NONE, 1, 500_001),
                    Outcome.BUDGET_EXCEEDED,
                    "$0.50");
        }

        @Test
        @DisplayName("RUN-4 ten model calls")
        void llmCallLimit() {
            Given run = anOpenRun().plans(new Plan.Wants.Act(List.of(read(0, "a"))), Tokens.NONE, 10, 0);
            assertEnd(run, Outcome.BUDGET_EXCEEDED, "10 model calls");
        }

        @Test
        @DisplayName("RUN-4 300 s of active time; tools in flight are ended")
        void activeTimeLimit() {
            Given run = anOpenRun().proposes(read(0, "slow")).allows(0, Effect.READ);
            run.timePasses(Duration.ofSeconds(299));
            assertThat(run.facts(RunFact.RunEnded.class)).isEmpty();

            run.timePasses(Duration.ofSeconds(1));
            assertEnd(run, Outcome.TIMED_OUT, "300 s of active time");
            assertThat(run.commands(RunCommand.CancelTools.class)).hasSize(1);
        }

        @Test
        @DisplayName("RUN-4 three changes of a service")
        void changesPerService() {
            Given run = anOpenRun();
            for (int i = 0; i < 4; i++) {
                run.proposes(change(0, "deploy-" + i, SHOP)).allows(0, Effect.CHANGE);
                if (run.state instanceof RunState.Acting) {
                    run.ends(0, ToolResult.Status.FAILED);
                }
            }
            assertEnd(run, Outcome.STUCK, "3 changes of " + SHOP);
            assertThat(run.commands(RunCommand.CallTool.class)).hasSize(3);
        }

        private static void assertEnd(Given run, Outcome outcome, String reason) {
            assertThat(run.facts(RunFact.RunEnded.class)).singleElement().satisfies(ended -> {
                assertThat(ended.outcome()).isEqualTo(outcome);
                assertThat(ended.reason()).contains(reason);
            });
        }
    }

    @Nested
    class Failures {

        @Test
        @DisplayName("RUN-7 a transient failure to plan is tried three times with growing pauses, then escalated")
        void transientFailuresAreRetried() {
            Given run = anOpenRun();
            run.plans(new Plan.Wants.NoPlan(ErrorClass.TRANSIENT, "429"));
            assertThat(run.state).isInstanceOf(RunState.BackingOff.class);
            run.timePasses(Duration.ofMillis(1_250)).plans(new Plan.Wants.NoPlan(ErrorClass.TRANSIENT, "429"));
            run.timePasses(Duration.ofSeconds(1));
            assertThat(run.state).isInstanceOf(RunState.BackingOff.class);
            run.timePasses(Duration.ofMillis(1_500)).plans(new Plan.Wants.NoPlan(ErrorClass.TRANSIENT, "429"));

            assertThat(run.commands(RunCommand.Conclude.class))
                    .singleElement()
                    .satisfies(end -> assertThat(end.conclusion().outcome()).isEqualTo(Outcome.ESCALATED));
        }

        @Test
        @DisplayName("RUN-7 a bug is never tried again")
        void bugsAreEscalatedAtOnce() {
            Given run = anOpenRun().plans(new Plan.Wants.NoPlan(ErrorClass.BUG, "null"));
            assertThat(run.commands(RunCommand.RequestPlan.class)).hasSize(1);
            assertThat(run.state).isInstanceOf(RunState.Ended.class);
        }

        @Test
        @DisplayName("RUN-7 a plan that never arrives is asked for again at its deadline")
        void lostPlanIsAskedForAgain() {
            Given run = anOpenRun().timePasses(Duration.ofSeconds(119));
            assertThat(run.state).isInstanceOf(RunState.Planning.class);
            run.timePasses(Duration.ofSeconds(1)).timePasses(Duration.ofMillis(1_250));
            assertThat(run.requestId()).isEqualTo("run-1:p1.2");
        }
    }

    @Nested
    class Stops {

        @Test
        @DisplayName("STOP-2 a run is held, not failed, and goes on after the release with the same step")
        void heldWhilePlanning() {
            Given run = anOpenRun().happens(new RunEvent.StopEngaged("drill", Given.START));
            assertThat(run.state).isInstanceOf(RunState.Held.class);

            run.after(Duration.ofHours(5)).happens(new RunEvent.StopReleased(run.now));
            assertThat(run.requestId()).isEqualTo("run-1:p1.1");
            assertThat(((RunState.Planning) run.state).run().tally().active()).isLessThan(Duration.ofSeconds(1));
        }

        @Test
        @DisplayName("STOP-2 a run whose action stands before the governor is held too: no time counts, nothing begins")
        void heldBeforeTheGovernor() {
            Given run = anOpenRun().proposes(read(0, "a"));
            run.happens(new RunEvent.StopEngaged("drill", run.now));
            assertThat(run.facts(RunFact.RunHeld.class)).hasSize(1);
            run.timePasses(Duration.ofHours(2)).allows(0, Effect.READ);
            assertThat(run.commands(RunCommand.CallTool.class)).isEmpty();

            run.happens(new RunEvent.StopReleased(run.now)).ends(0, ToolResult.Status.SUCCEEDED);
            assertThat(run.requestId()).isEqualTo("run-1:p2.1");
            assertThat(((RunState.Open) run.state).run().tally().active()).isLessThan(Duration.ofMinutes(1));
        }

        @Test
        @DisplayName("STOP-2 what was with the executor ends first; then the run is held with its next step")
        void heldAfterTheExecutor() {
            Given run = anOpenRun().proposes(read(0, "a")).allows(0, Effect.READ);
            run.happens(new RunEvent.StopEngaged("drill", run.now));
            assertThat(run.facts(RunFact.RunHeld.class)).isEmpty();
            run.ends(0, ToolResult.Status.STOPPED);
            assertThat(run.state).isInstanceOf(RunState.Held.class);
        }

        @Test
        @DisplayName("RUN-9 taken over while it is held, a run is paused, and the release does not let it go on")
        void takenOverWhileHeld() {
            Given run = anOpenRun().proposes(read(0, "a"));
            run.happens(new RunEvent.StopEngaged("drill", run.now));
            run.happens(new RunEvent.PauseOrdered("ann", "I look myself", true, run.now));
            assertThat(run.state).isInstanceOf(RunState.Paused.class);
            run.happens(new RunEvent.StopReleased(run.now));
            assertThat(run.state).isInstanceOf(RunState.Paused.class);
        }

        @Test
        @DisplayName("STOP-2 what the executor was kept from is planned again after the release")
        void stoppedActionIsPlannedAgain() {
            Given run = anOpenRun().proposes(change(0, "rollback", SHOP)).allows(0, Effect.CHANGE);
            run.happens(new RunEvent.ToolEnded(
                    run.id(0),
                    1,
                    new ToolResult(
                            ToolResult.Status.STOPPED,
                            "",
                            0,
                            null,
                            "stop is on",
                            null,
                            false,
                            Duration.ZERO,
                            null,
                            null,
                            List.of(),
                            null),
                    run.now));

            assertThat(run.state).isInstanceOf(RunState.Held.class);
            assertThat(run.facts(RunFact.VerificationOwed.class)).isEmpty();
            run.happens(new RunEvent.StopReleased(run.now));
            assertThat(run.requestId()).isEqualTo("run-1:p2.1");
        }
    }

    @Nested
    class AlertsThatJoin {

        @Test
        @DisplayName("ING-3 a resolve reaches the open run: the planner sees it with the next request")
        void resolvedAlertIsSeen() {
            Given run = anOpenRun().proposes(read(0, "a"));
            run.happens(Given.joins("fp", "shop", true, run.now, run.now));
            run.allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);

            Run seen = run.commands(RunCommand.RequestPlan.class).getLast().run();
            assertThat(seen.alert()).isNotNull();
            assertThat(seen.alert().resolved()).isTrue();
            assertThat(seen.background()).anyMatch(note -> note.contains("resolved"));
        }

        @Test
        @DisplayName("ING-3 a repeat after the end joins the closed run's record")
        void repeatJoinsClosedRun() {
            Given run = anOpenRun().looksAround().finishes(Outcome.NOT_REPRODUCED);
            run.happens(Given.joins("fp", "shop", false, run.now, run.now));
            assertThat(run.facts(RunFact.AlertJoined.class)).hasSize(1);
            assertThat(run.state).isInstanceOf(RunState.Ended.class);
        }
    }

    @Test
    @DisplayName("RUN-9 cancel ends the run and what its tools are doing")
    void cancel() {
        Given run = anOpenRun().proposes(read(0, "slow")).allows(0, Effect.READ);
        run.happens(new RunEvent.CancelOrdered("ann", "not needed", run.now));

        assertThat(run.commands(RunCommand.CancelTools.class)).hasSize(1);
        assertThat(run.commands(RunCommand.Conclude.class))
                .singleElement()
                .satisfies(end -> assertThat(end.conclusion().outcome()).isEqualTo(Outcome.CANCELLED));
    }

    @Test
    @DisplayName("RUN-10 an escalation hands over what is known and what to do next")
    void escalationHandsOver() {
        Given run = anOpenRun()
                .plans(new Plan.Wants.Escalate(new HandOver("no cause found", "it answers 503", List.of("look"))));

        assertThat(run.commands(RunCommand.Conclude.class)).singleElement().satisfies(end -> {
            assertThat(end.conclusion().outcome()).isEqualTo(Outcome.ESCALATED);
            assertThat(end.conclusion().handOver()).isNotNull();
        });
    }

    @Test
    @DisplayName("RUN-1 an ended run is forgotten after its time and not before")
    void forgotten() {
        Given run = anOpenRun().looksAround().finishes(Outcome.NOT_REPRODUCED);
        run.timePasses(Duration.ofMinutes(29));
        assertThat(run.state).isNotNull();
        run.timePasses(Duration.ofMinutes(1));
        assertThat(run.state).isNull();
        assertThat(run.commands(RunCommand.Forget.class)).hasSize(1);
    }
}
