package io.flyball.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A run of several alerts: its own, which is about shop, and others that join. */
class GroupedAlertsTest {
    private static final String SHOP = "service:shop";

    private final Given run = Given.anOpenRun();

    private void firing(String fingerprint, String service) {
        run.happens(Given.joins(fingerprint, service, false, run.now, run.now));
    }

    private void resolved(String fingerprint, String service) {
        run.happens(Given.joins(fingerprint, service, true, run.now, run.now));
    }

    private void pod(String fingerprint, String pod, int leftOut) {
        var subject = AlertSubject.of("shop", Map.of("pod", pod, "severity", "critical"));
        run.happens(new RunEvent.AlertJoined(
                "a-" + fingerprint, fingerprint, "CrashLoop of " + pod, subject, false, run.now, leftOut, run.now));
    }

    private void reads(String... targets) {
        List<ProposedAction> reads = java.util.stream.IntStream.range(0, targets.length)
                .mapToObj(i -> Given.action(i, "look", targets[i], false, List.of()))
                .toList();
        run.proposes(reads.toArray(ProposedAction[]::new));
        for (int i = 0; i < targets.length; i++) {
            run.allows(i, Effect.READ);
        }
        for (int i = 0; i < targets.length; i++) {
            run.ends(i, ToolResult.Status.SUCCEEDED);
        }
    }

    private String refusal() {
        return run.facts(RunFact.DecisionRefused.class).getLast().reason();
    }

    private boolean saysResolved() {
        run.finishes(Outcome.RESOLVED);
        return run.state instanceof RunState.Ended;
    }

    private Run asked() {
        return run.commands(RunCommand.RequestPlan.class).getLast().run();
    }

    @Nested
    class Changes {
        @Test
        @DisplayName(
                "ING-10 the resolve of the first alert forbids no change while another fires; that of the last does")
        void lastOneCounts() {
            firing("fp-2", "cart");
            resolved("fp", "shop");
            run.looksAround();
            assertThat(asked().alert().resolved()).isFalse();
            run.changes("rollback", SHOP);
            assertThat(run.commands(RunCommand.CallTool.class)).hasSize(2);

            resolved("fp-2", "cart");
            run.verifies(SHOP).proposes(Given.change(0, "restart", SHOP)).allows(0, Effect.CHANGE);
            assertThat(run.commands(RunCommand.CallTool.class)).hasSize(3);
            assertThat(asked().alert().resolved()).isTrue();
        }

        @Test
        @DisplayName(
                "ING-10 a change that waits for a person is given up with the last resolve, whichever alert that is")
        void waitingChange() {
            firing("fp-2", "cart");
            run.looksAround().proposes(Given.change(0, "rollback", SHOP)).holds(0, Effect.CHANGE);
            resolved("fp", "shop");
            assertThat(run.state).isInstanceOf(RunState.Acting.class);
            resolved("fp-2", "cart");
            assertThat(run.state).isInstanceOf(RunState.Planning.class);
            assertThat(run.commands(RunCommand.KeepStep.class)
                            .getLast()
                            .turn()
                            .actions()
                            .getFirst()
                            .state())
                    .isEqualTo(new ActionState.Skipped(Alerts.RESOLVED));
        }

        @Test
        @DisplayName("ING-10 what fires anew, or joins after all had resolved, lets changes begin again")
        void firesAnew() {
            resolved("fp", "shop");
            run.after(Duration.ofMinutes(1));
            firing("fp", "shop");
            run.changes("rollback", SHOP);
            assertThat(run.commands(RunCommand.CallTool.class)).hasSize(1);
        }
    }

    @Nested
    class Evidence {
        @Test
        @DisplayName("RUN-17 a read about one service clears no alert about another, not even the run's own")
        void eachItsOwn() {
            firing("fp-2", "cart");
            reads("service:shop");
            assertThat(saysResolved()).isFalse();
            assertThat(refusal()).contains("HighLatency on cart").doesNotContain("ServiceUnavailable");
            reads("service:cart");
            assertThat(saysResolved()).isTrue();
        }

        @Test
        @DisplayName(
                "RUN-17 one read clears the alerts that it names, and of one service the instances tell them apart")
        void instances() {
            pod("fp-2", "shop-2", 0);
            pod("fp-3", "shop-3", 0);
            reads("service:shop");
            assertThat(saysResolved()).isFalse();
            assertThat(refusal()).contains("shop-2", "shop-3");
            reads("pods:shop-2,shop-3");
            assertThat(saysResolved()).isTrue();
        }

        @Test
        @DisplayName(
                "RUN-17 a read that began before the alert joined says nothing of it, nor one before the last change")
        void timeCounts() {
            run.proposes(Given.read(0, "cart")).allows(0, Effect.READ).after(Duration.ofSeconds(1));
            firing("fp-2", "cart");
            run.ends(0, ToolResult.Status.SUCCEEDED);
            reads("service:shop");
            assertThat(saysResolved()).isFalse();

            reads("service:cart");
            run.changes("rollback", SHOP).verifies(SHOP);
            assertThat(saysResolved()).isFalse();
            assertThat(refusal()).contains("HighLatency on cart");
        }

        @Test
        @DisplayName("RUN-17 a read that failed is no evidence")
        void failedRead() {
            firing("fp-2", "cart");
            reads("service:shop");
            run.proposes(Given.read(0, "cart")).allows(0, Effect.READ).ends(0, ToolResult.Status.FAILED);
            assertThat(saysResolved()).isFalse();
        }

        @Test
        @DisplayName("RUN-17 50 alerts are kept in detail and counted beyond; what is only counted is not followed up")
        void bounded() {
            for (int i = 0; i < 700; i++) {
                pod("fp-" + i, "pod-" + i, 0);
            }
            JoinedAlerts all = ((RunState.Open) run.state).run().alerts();
            assertThat(all.known()).hasSize(50);
            assertThat(all.beyondDetail()).isEqualTo(501);
            reads(java.util.stream.IntStream.range(0, 49)
                    .mapToObj(i -> "pod-" + i)
                    .collect(java.util.stream.Collectors.joining(" ", "unavailable ", "")));
            assertThat(saysResolved()).isFalse();
            assertThat(Progress.of(asked())).contains("no detail is kept of 501");
        }

        @Test
        @DisplayName("RUN-17 those beyond the detail that resolve are not counted any more; what is over makes room")
        void room() {
            for (int i = 0; i < 60; i++) {
                pod("fp-" + i, "pod-" + i, 0);
            }
            resolved("fp-55", "shop");
            JoinedAlerts all = ((RunState.Open) run.state).run().alerts();
            assertThat(all.beyondDetail()).isEqualTo(10);
            resolved("fp-0", "shop");
            pod("fp-56", "pod-56", 0);
            all = ((RunState.Open) run.state).run().alerts();
            assertThat(all.find("fp-56")).isPresent();
            assertThat(all.beyondDetail()).isEqualTo(9);
            assertThat(all.find("fp")).isPresent();
        }
    }

    @Nested
    class LeftOut {
        @Test
        @DisplayName("RUN-17 what the sender left out is told, and nobody can say that all were followed up")
        void saysSo() {
            pod("fp-2", "shop-2", 37);
            assertThat(run.facts(RunFact.AlertJoined.class).getLast().leftOut()).isEqualTo(37);
            reads("service:shop shop-2");
            assertThat(asked().alert().leftOut()).isEqualTo(37);
            assertThat(Progress.of(asked())).contains("37 more were left out by the sender");
            assertThat(saysResolved()).isFalse();
            assertThat(refusal()).contains("left out 37 more");
            run.plans(new Plan.Wants.Escalate(new HandOver("not all are known", "", List.of())));
            assertThat(run.commands(RunCommand.Conclude.class)
                            .getFirst()
                            .conclusion()
                            .summary())
                    .contains("37 more were left out");
        }

        @Test
        @DisplayName("RUN-17 a later notification that leaves nothing out brings the rest")
        void later() {
            pod("fp-2", "shop-2", 37);
            pod("fp-2", "shop-2", 0);
            reads("service:shop shop-2");
            assertThat(saysResolved()).isTrue();
        }
    }

    @Nested
    class LateCopies {
        private final Instant begun = Given.START;

        private void copy(String fingerprint, boolean resolved, Instant startsAt) {
            run.happens(Given.joins(fingerprint, "shop", resolved, startsAt, run.now));
        }

        @Test
        @DisplayName("ING-3 a copy of an alert that is over, with the same beginning, does not fire again")
        void openRun() {
            copy("fp", true, begun);
            copy("fp", false, begun);
            assertThat(run.last.why()).isEqualTo("a late copy of an alert that is over");
            run.proposes(Given.change(0, "rollback", SHOP)).allows(0, Effect.CHANGE);
            assertThat(run.commands(RunCommand.CallTool.class)).isEmpty();
        }

        @Test
        @DisplayName("ING-3 a late resolve of an earlier beginning does not end what has begun since")
        void lateResolve() {
            copy("fp", true, begun);
            copy("fp", false, begun.plusSeconds(60));
            copy("fp", true, begun);
            run.changes("rollback", SHOP);
            assertThat(run.commands(RunCommand.CallTool.class)).hasSize(1);
        }

        @Test
        @DisplayName("RUN-14 F01: late copies of what had resolved before the end are no return; a new beginning is")
        void endedRun() {
            run.changes("rollback", SHOP);
            copy("fp", true, begun);
            run.verifies(SHOP).finishes(Outcome.RESOLVED).after(Duration.ofSeconds(10));
            copy("fp", false, begun);
            copy("fp", false, begun);
            copy("fp", true, begun);
            assertThat(run.facts(RunFact.NotEffective.class)).isEmpty();
            assertThat(run.commands(RunCommand.Retract.class)).isEmpty();
            copy("fp", false, run.now);
            assertThat(run.facts(RunFact.NotEffective.class)).hasSize(1);
        }

        @Test
        @DisplayName("RUN-14 RUN-24 a return is told by the source's clock alone, however wrong it is")
        void foreignClock() {
            run.changes("rollback", SHOP).verifies(SHOP).finishes(Outcome.RESOLVED);
            Instant slow = begun.plusSeconds(1);
            run.after(Duration.ofMinutes(10));
            copy("fp", true, begun);
            copy("fp", false, slow);
            assertThat(run.facts(RunFact.NotEffective.class)).hasSize(1);
        }

        @Test
        @DisplayName("RUN-14 the return of another alert that the run had followed up counts as well")
        void joinedOneReturns() {
            firing("fp-2", "cart");
            reads("service:shop", "service:cart");
            run.finishes(Outcome.RESOLVED).after(Duration.ofMinutes(1));
            copy("fp-3", false, run.now);
            assertThat(run.facts(RunFact.NotEffective.class)).isEmpty();
            copy("fp-2", false, run.now);
            assertThat(run.facts(RunFact.NotEffective.class)).hasSize(1);
        }
    }
}
