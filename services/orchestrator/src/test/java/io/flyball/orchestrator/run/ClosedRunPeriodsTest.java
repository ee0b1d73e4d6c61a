package io.flyball.orchestrator.run;

import static io.flyball.orchestrator.run.Given.anOpenRun;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** False resolutions, false alarms, second faults, and what comes after the end. */
class ClosedRunPeriodsTest {
    private static final String SHOP = "service:shop";

    private static Given alert(Given run, String fingerprint, boolean resolved) {
        return run.happens(Given.joins(fingerprint, "shop", resolved, run.now, run.now));
    }

    private static String refusal(Given run) {
        return run.facts(RunFact.DecisionRefused.class).getLast().reason();
    }

    @Nested
    class Resolves {
        @Test
        @DisplayName("ING-10 a resolve stops a change that waits for approval; the run verifies and closes")
        void heldChangeIsGivenUp() {
            Given run = anOpenRun().proposes(Given.change(0, "rollback", SHOP)).holds(0, Effect.CHANGE);
            alert(run, "fp", true);
            assertThat(run.commands(RunCommand.CallTool.class)).isEmpty();
            assertThat(run.requestId()).isEqualTo("run-1:p2.1");
            run.looksAround().finishes(Outcome.RESOLVED);
            assertThat(run.state).isInstanceOf(RunState.Ended.class);
        }

        @Test
        @DisplayName("ING-10 a change that is allowed after the resolve is not begun; a read is")
        void lateChangeIsNotBegun() {
            Given run = alert(anOpenRun(), "fp", true)
                    .proposes(Given.read(0, "look"), Given.change(1, "rollback", SHOP))
                    .allows(0, Effect.READ)
                    .allows(1, Effect.CHANGE);
            assertThat(run.commands(RunCommand.CallTool.class)).hasSize(1);
            assertThat(run.acting().actions().get(1).state()).isEqualTo(new ActionState.Skipped(Alerts.RESOLVED));
        }

        @Test
        @DisplayName("ING-10 a queued run whose alert resolved only verifies once its turn comes")
        void queued() {
            Given run = new Given();
            run.happens(new RunEvent.Queued(Given.spec(Limits.DEFAULT, run.now), "shop has 3 runs", 1, null, run.now));
            alert(run, "fp", true);
            run.happens(new RunEvent.Opened(Given.spec(Limits.DEFAULT, run.now), run.now));
            assertThat(run.facts(RunFact.RunQueued.class)).hasSize(1);
            run.proposes(Given.change(0, "rollback", SHOP)).allows(0, Effect.CHANGE);
            assertThat(run.commands(RunCommand.CallTool.class)).isEmpty();
        }
    }

    @Nested
    class FalseAlarms {
        @Test
        @DisplayName("RUN-16 a false alarm needs a look, no change, and the reason why the alert fired")
        void verified() {
            Given run = anOpenRun().finishes(Outcome.NOT_REPRODUCED);
            assertThat(refusal(run)).contains("Nothing was looked at");
            run.looksAround().plans(new Plan.Wants.Finish(Outcome.NOT_REPRODUCED, "all fine", null));
            assertThat(refusal(run)).contains("why the alert fired");
            run.finishes(Outcome.NOT_REPRODUCED);
            assertThat(run.commands(RunCommand.Conclude.class)).hasSize(1);
        }
    }

    @Nested
    class SecondFaults {
        @Test
        @DisplayName("RUN-17 another alert that joined is looked at again before the run may close")
        void followUp() {
            Given run = anOpenRun().changes("rollback", SHOP);
            run.happens(Given.joins("fp-2", "cart", false, run.now, run.now));
            run.verifies(SHOP).finishes(Outcome.RESOLVED);
            assertThat(refusal(run)).contains("HighLatency on cart", "Diagnose each again");
            assertThat(run.commands(RunCommand.RequestPlan.class)
                            .getLast()
                            .run()
                            .background())
                    .anyMatch(note -> note.contains("HighLatency on cart"));
            run.proposes(Given.read(0, "cart")).allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);
            run.finishes(Outcome.RESOLVED);
            assertThat(run.state).isInstanceOf(RunState.Ended.class);
        }

        @Test
        @DisplayName("RUN-17 one that has resolved at its source needs no look")
        void resolvedFollowUp() {
            Given run = alert(alert(anOpenRun().verifies(SHOP), "fp-2", false), "fp-2", true);
            run.finishes(Outcome.RESOLVED);
            assertThat(run.state).isInstanceOf(RunState.Ended.class);
        }

        @Test
        @DisplayName("RUN-17 after a change the planner is told to look at the alert's own symptom again")
        void symptom() {
            Run run = anOpenRun()
                    .changes("rollback", SHOP)
                    .commands(RunCommand.RequestPlan.class)
                    .getLast()
                    .run();
            assertThat(Progress.of(run)).contains("second fault", "Verifications owed: " + SHOP, "Objective: restore");
        }
    }

    @Nested
    class Watch {
        private Given resolved() {
            return anOpenRun().changes("rollback", SHOP).verifies(SHOP).finishes(Outcome.RESOLVED);
        }

        @Test
        @DisplayName("RUN-14 an alert that returns within the watch marks the run as not effective, once")
        void returns() {
            Given run = resolved().after(Duration.ofMinutes(20));
            alert(run, "fp", false);
            alert(run, "fp", false);
            assertThat(run.facts(RunFact.NotEffective.class)).hasSize(1);
            assertThat(run.commands(RunCommand.Retract.class)).hasSize(1);
        }

        @Test
        @DisplayName("RUN-14 what was firing all along is no return; neither is another alert, or one after the watch")
        void noReturn() {
            Given run = resolved().after(Duration.ofMinutes(2));
            run.happens(Given.joins("fp", "shop", false, Given.START.minusSeconds(9), run.now));
            alert(run, "fp-2", false);
            alert(run, "fp", true);
            alert(run.after(Duration.ofMinutes(30)), "fp", false);
            assertThat(run.facts(RunFact.NotEffective.class)).isEmpty();
            assertThat(run.facts(RunFact.AlertJoined.class)).hasSize(4);
        }
    }

    @Nested
    class CoolDown {
        @Test
        @DisplayName("ING-3 where the cool-down is longer than the watch, the run is kept as long as alerts join it")
        void joins() {
            Given run = anOpenRun(Given.waiting(new Patience(
                            Duration.ofDays(3), Duration.ZERO, Duration.ofMinutes(30), Duration.ofHours(2))))
                    .finishes(Outcome.RESOLVED)
                    .timePasses(Duration.ofMinutes(119));
            alert(run, "fp", false);
            assertThat(run.facts(RunFact.AlertJoined.class)).hasSize(1);
            assertThat(run.timePasses(Duration.ofMinutes(3)).state).isNull();
        }
    }

    @Nested
    class Tools {
        @Test
        @DisplayName("RUN-7 a read that fails for a passing reason is tried again, at most three times, ever later")
        void transientReads() {
            Given run = anOpenRun().proposes(Given.read(0, "a")).allows(0, Effect.READ);
            for (int attempt = 1; attempt <= 3; attempt++) {
                fails(run, ErrorClass.TRANSIENT);
                run.timePasses(Duration.ofMillis((1_000L << (attempt - 1)) - 1));
                assertThat(run.commands(RunCommand.CallTool.class)).hasSize(attempt);
                run.timePasses(Duration.ofMillis((250L << (attempt - 1)) + 1));
                assertThat(run.commands(RunCommand.CallTool.class)).hasSize(attempt + 1);
            }
            fails(run, ErrorClass.TRANSIENT);
            assertThat(run.requestId()).isEqualTo("run-1:p2.1");
            assertThat(run.commands(RunCommand.RequestPlan.class)
                            .getLast()
                            .run()
                            .hints())
                    .anyMatch(hint -> hint.contains("a passing fault"));
        }

        @Test
        @DisplayName("RUN-7 a change is never tried again by itself")
        void transientChanges() {
            Given run = anOpenRun().proposes(Given.change(0, "a", SHOP)).allows(0, Effect.CHANGE);
            fails(run, ErrorClass.TRANSIENT);
            run.timePasses(Duration.ofSeconds(30));
            assertThat(run.commands(RunCommand.CallTool.class)).hasSize(1);
        }

        @Test
        @DisplayName("RUN-7 a fault in the tool is escalated; a change that is not set up is, with what to check")
        void hopeless() {
            Given bug = fails(anOpenRun().proposes(Given.read(0, "a")).allows(0, Effect.READ), ErrorClass.BUG);
            Given config =
                    fails(anOpenRun().proposes(Given.change(0, "a", SHOP)).allows(0, Effect.CHANGE), ErrorClass.CONFIG);
            for (Given run : List.of(bug, config)) {
                RunResult end =
                        run.commands(RunCommand.Conclude.class).getFirst().conclusion();
                assertThat(end.outcome()).isEqualTo(Outcome.ESCALATED);
                assertThat(end.handOver().nextSteps()).isNotEmpty();
            }
        }

        @Test
        @DisplayName("RUN-7 a provider that is out gets one pause to come back; then the run escalates")
        void external() {
            Given run = anOpenRun().plans(new Plan.Wants.NoPlan(ErrorClass.EXTERNAL, "503"));
            assertThat(run.state).isInstanceOf(RunState.BackingOff.class);
            run.timePasses(Duration.ofSeconds(30)).plans(new Plan.Wants.NoPlan(ErrorClass.EXTERNAL, "503"));
            assertThat(run.commands(RunCommand.Conclude.class)).hasSize(1);
        }

        private Given fails(Given run, ErrorClass errorClass) {
            ToolResult report = Given.report(ToolResult.Status.FAILED, errorClass);
            return run.happens(new RunEvent.ToolEnded(run.id(0), run.dispatch(0), report, run.now));
        }

        @Test
        @DisplayName("RUN-15 what changed beyond the declared target is told as collateral, to the planner too")
        void collateral() {
            Given run = anOpenRun().proposes(Given.change(0, "a", SHOP)).allows(0, Effect.CHANGE);
            var report = new ToolResult(
                    ToolResult.Status.SUCCEEDED,
                    "",
                    0,
                    0,
                    null,
                    null,
                    true,
                    Duration.ZERO,
                    "v1",
                    "v2",
                    List.of("/etc/shop.conf"),
                    null);
            run.happens(new RunEvent.ToolEnded(run.id(0), 1, report, run.now));
            assertThat(run.facts(RunFact.CollateralFound.class)).hasSize(1);
            Run told = run.commands(RunCommand.RequestPlan.class).getLast().run();
            assertThat(told.collateral()).singleElement().asString().contains("/etc/shop.conf");
            assertThat(told.background()).anyMatch(note -> note.contains("/etc/shop.conf"));
        }

        @Test
        @DisplayName("TEAM-4 a change that waits for its resource is told who holds it, and so is the planner")
        void waits() {
            Given run = anOpenRun().proposes(Given.change(0, "a", SHOP)).allows(0, Effect.CHANGE);
            run.happens(new RunEvent.LockAwaited(run.id(0), SHOP + " is held by run-9", run.now));
            assertThat(run.facts(RunFact.LockAwaited.class)).hasSize(1);
            run.ends(0, ToolResult.Status.SUCCEEDED);
            assertThat(run.commands(RunCommand.RequestPlan.class)
                            .getLast()
                            .run()
                            .background())
                    .anyMatch(note -> note.contains("held by run-9"));
        }
    }

    /** Two phases, the second after the first. */
    static Given phased() {
        Given run = new Given();
        RunSpec plain = Given.spec(Limits.DEFAULT, run.now);
        var spec = new RunSpec(
                plain.id(),
                plain.tenant(),
                plain.principal(),
                plain.agent(),
                plain.environment(),
                plain.goal(),
                plain.inputs(),
                false,
                plain.alert(),
                null,
                null,
                0,
                List.of(),
                List.of(Phase.of("provision", List.of()), Phase.of("migrate", List.of("provision"))),
                List.of(),
                null,
                plain.limits(),
                plain.traceparent(),
                run.now);
        return run.happens(new RunEvent.Opened(spec, run.now));
    }

    @Nested
    class Manifests {
        private ProposedAction in(String phase, String target) {
            return new ProposedAction(
                    0,
                    phase,
                    "run_command",
                    "{}",
                    target,
                    "",
                    null,
                    null,
                    false,
                    List.of(),
                    null,
                    List.of(),
                    phase,
                    "hash-" + phase,
                    null);
        }

        @Test
        @DisplayName("RUN-12 a phase begins only once what it depends on is verified, not merely done")
        void verifiedOnly() {
            Given run = phased().proposes(in("migrate", "db"));
            assertThat(refusal(run)).contains("migrate", "verified: provision");
            run.proposes(in("provision", SHOP)).allows(0, Effect.CHANGE).ends(0, ToolResult.Status.SUCCEEDED);
            run.proposes(in("migrate", "db"));
            assertThat(refusal(run)).contains("verified: provision");
            run.verifies(SHOP).finishes(Outcome.RESOLVED);
            assertThat(refusal(run)).contains("not verified yet: migrate");
            run.proposes(in("migrate", "db")).allows(0, Effect.CHANGE).ends(0, ToolResult.Status.SUCCEEDED);
            run.verifies("db").finishes(Outcome.RESOLVED);
            assertThat(run.state).isInstanceOf(RunState.Ended.class);
            assertThat(run.facts(RunFact.PhaseChanged.class))
                    .extracting(RunFact.PhaseChanged::state)
                    .containsExactly(
                            Phase.State.ACTING,
                            Phase.State.DONE,
                            Phase.State.VERIFIED,
                            Phase.State.READY,
                            Phase.State.ACTING,
                            Phase.State.DONE,
                            Phase.State.VERIFIED);
        }

        @Test
        @DisplayName("RUN-12 a phase that the manifest does not have is refused, naming those that it has")
        void unknownPhase() {
            assertThat(refusal(phased().proposes(in("celebrate", "x")))).contains("celebrate", "provision, migrate");
        }
    }

    @Test
    @DisplayName("ING-7 a run of an agent that does not exist ends at once and says so")
    void unknownAgent() {
        Given run = new Given();
        RunSpec plain = Given.spec(Limits.DEFAULT, run.now);
        var spec = new RunSpec(
                plain.id(),
                plain.tenant(),
                plain.principal(),
                "nobody",
                plain.environment(),
                plain.goal(),
                plain.inputs(),
                false,
                null,
                null,
                null,
                0,
                List.of(),
                List.of(),
                List.of(),
                "there is no agent named nobody; the catalogue has first-responder",
                plain.limits(),
                plain.traceparent(),
                run.now);
        run.happens(new RunEvent.Opened(spec, run.now));
        RunResult end = run.commands(RunCommand.Conclude.class).getFirst().conclusion();
        assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(end.reason()).contains("no agent named nobody");
    }
}
