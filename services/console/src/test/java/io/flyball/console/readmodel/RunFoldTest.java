package io.flyball.console.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.flyball.console.kit.Shop;
import io.flyball.console.kit.Story;
import io.flyball.contract.AlertJoined;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.CollateralFound;
import io.flyball.contract.DecisionRefused;
import io.flyball.contract.Delegated;
import io.flyball.contract.DelegationEnded;
import io.flyball.contract.Finding;
import io.flyball.contract.LockAwaited;
import io.flyball.contract.LoopDetected;
import io.flyball.contract.LoopKind;
import io.flyball.contract.NotEffective;
import io.flyball.contract.Outcome;
import io.flyball.contract.PhaseChanged;
import io.flyball.contract.PhaseState;
import io.flyball.contract.QuestionAnswered;
import io.flyball.contract.QuestionAsked;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunHeld;
import io.flyball.contract.RunPaused;
import io.flyball.contract.RunQueued;
import io.flyball.contract.RunReleased;
import io.flyball.contract.RunResumed;
import io.flyball.contract.RunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("WEB-1 a run's view from its events")
class RunFoldTest {
    private static final Instant OPENED = Instant.parse("2026-11-21T03:00:00Z");

    static RunView fold(List<RunEvent> events) {
        RunView view = null;
        for (RunEvent event : events) {
            view = RunFold.apply(view, event);
        }
        return view;
    }

    private static Story whole() {
        return Shop.andThenFixed(Shop.untilHeld("r1", OPENED));
    }

    @Test
    void aWholeRunIsThereWithItsReasoningActionsVerdictsResultsAndCost() {
        RunView run = fold(whole().events());
        assertThat(run.asked().goal()).startsWith("Find out why shop");
        assertThat(run.asked().alert().name()).isEqualTo("ShopDown");
        assertThat(run.standing().status()).isEqualTo("ENDED");
        assertThat(run.ending().outcome()).isEqualTo("RESOLVED");
        assertThat(run.ending().rootCause()).startsWith("Version 42");
        assertThat(run.ending().closedAt()).isAfter(run.asked().openedAt());
        assertThat(run.steps()).extracting(StepView::decision).containsExactly("ACT", "ACT", "ACT", "FINISH");
        assertThat(run.steps().getFirst().confidence()).isEqualTo(0.86);
        assertThat(run.spent().cost().micros()).isEqualTo(4 * 7_800);
        assertThat(run.spent().cost().dollars()).hasToString("0.031200");
        assertThat(run.spent().llmCalls()).isEqualTo(4);
        assertThat(run.spent().tokens()).isEqualTo(new RunView.Tokens(6_000, 880, 0, 0));
        assertThat(run.verification()).containsExactly(new VerificationView("service:shop", "VERIFIED", "r1:3:0", 0));
    }

    @Test
    void anActionTellsWhatWasProposedJudgedAndDone() {
        ActionView rollback = fold(whole().events()).actions().get(2);
        assertThat(rollback.proposed().label()).isEqualTo("rollback");
        assertThat(rollback.proposed().arguments().path("argv").path(1).asString())
                .isEqualTo("rollback");
        assertThat(rollback.judged().verdict()).isEqualTo("ALLOW");
        assertThat(rollback.judged().approvedBy()).isEqualTo("ann");
        assertThat(rollback.judged().risk()).isEqualTo("HIGH");
        assertThat(rollback.called().status()).isEqualTo("SUCCEEDED");
        assertThat(rollback.called().exitCode()).isZero();
        assertThat(rollback.called().durationMillis()).isEqualTo(480);
    }

    @Test
    void anActionStandsWhereItsNewestEventPutIt() {
        Story story = whole();
        List<String> stands = new ArrayList<>();
        RunView view = null;
        for (RunEvent event : story.events()) {
            view = RunFold.apply(view, event);
            if (view.actions().size() > 2) {
                stands.add(view.actions().get(2).called().status());
            }
        }
        assertThat(stands.stream().distinct())
                .containsExactly("PROPOSED", "HELD", "ALLOWED", "CALLED", "STARTED", "SUCCEEDED");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void repeatsChangeNothing(long seed) {
        List<RunEvent> events = whole().events();
        Random random = new Random(seed);
        List<RunEvent> withRepeats = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            withRepeats.add(events.get(i));
            while (random.nextInt(3) == 0) {
                withRepeats.add(events.get(random.nextInt(i + 1)));
            }
        }
        assertThat(fold(withRepeats)).isEqualTo(fold(events));
    }

    @Test
    void alertsThatJoinAreCountedAndTellTheNewestStatus() {
        Story story = new Story("r1", OPENED).opened("ShopDown", "shop");
        joins(story, "d7840da243e8241c", AlertStatus.RESOLVED);
        joins(story, "another", AlertStatus.FIRING);
        RunView run = fold(story.events());
        assertThat(run.asked().alertsJoined()).isEqualTo(2);
        assertThat(run.asked().alert().status()).isEqualTo("RESOLVED");
    }

    @Test
    @DisplayName("ING-4 a run tells how many alerts the senders of its alerts left out")
    void alertsThatWereLeftOut() {
        Story story = new Story("r1", OPENED).opened("ShopDown", "shop");
        story.happens(
                RunStatus.PLANNING,
                AlertJoined.newBuilder()
                        .setAlertId("a")
                        .setFingerprint("another")
                        .setStatus(AlertStatus.FIRING)
                        .setLeftOut(37)
                        .build());
        joins(story, "d7840da243e8241c", AlertStatus.FIRING);
        assertThat(fold(story.events()).asked().alert().leftOut()).isEqualTo(37);
    }

    private static void joins(Story story, String fingerprint, AlertStatus status) {
        joins(story, RunStatus.PLANNING, fingerprint, status);
    }

    private static void joins(Story story, RunStatus runStatus, String fingerprint, AlertStatus status) {
        story.happens(
                runStatus,
                AlertJoined.newBuilder()
                        .setAlertId("a")
                        .setFingerprint(fingerprint)
                        .setStatus(status)
                        .build());
    }

    @Test
    void aHeldRunSaysWhyUntilItGoesOn() {
        Story story = new Story("r1", OPENED)
                .opened("ShopDown", "shop")
                .happens(
                        RunStatus.HELD,
                        RunHeld.newBuilder().setReason("emergency stop").build());
        assertThat(fold(story.events()).standing().holdReason()).isEqualTo("emergency stop");
        story.happens(
                RunStatus.PLANNING,
                RunReleased.newBuilder().setReason("released").build());
        assertThat(fold(story.events()).standing().holdReason()).isNull();
    }

    @Test
    void aDecisionThatWasNotFollowedSaysWhy() {
        Story story = Shop.untilHeld("r1", OPENED);
        String decision = "r1:p2.1:d";
        story.happens(
                RunStatus.PLANNING,
                DecisionRefused.newBuilder()
                        .setDecisionId(decision)
                        .setReason("a verification is owed")
                        .build());
        assertThat(fold(story.events()).steps())
                .extracting(StepView::refusal)
                .containsExactly(null, "a verification is owed");
    }

    @Test
    void aRunWhoseBeginningHasExpiredIsStillShown() {
        List<RunEvent> events = whole().events();
        RunView run = fold(events.subList(10, events.size()));
        assertThat(run.id()).isEqualTo("r1");
        assertThat(run.ending().outcome()).isEqualTo("RESOLVED");
    }

    private static RunQueued waits(String reason, int position) {
        return RunQueued.newBuilder()
                .setReason(reason)
                .setPosition(position)
                .setGoal("Find the cause")
                .setPrincipal("alert:alertmanager")
                .setEnvironment("production")
                .build();
    }

    @Test
    @DisplayName("ING-4 a run that waits for its turn says why and where, alerts that join meanwhile are counted")
    void queued() {
        Story story = new Story("r1", OPENED)
                .happens(RunStatus.QUEUED, waits("the agent sre has 10 open runs, as many as it may", 4));
        joins(story, RunStatus.QUEUED, "another", AlertStatus.FIRING);
        RunView queued = fold(story.events());
        assertThat(queued.standing().status()).isEqualTo("QUEUED");
        assertThat(queued.asked().goal()).isEqualTo("Find the cause");
        assertThat(queued.standing().queue())
                .isEqualTo(new RunView.QueueView(
                        "the agent sre has 10 open runs, as many as it may",
                        4,
                        OPENED.plusMillis(1_200),
                        List.of(),
                        null));

        RunView open = fold(story.opened("ShopDown", "shop").events());
        assertThat(open.standing().queue()).isNull();
        assertThat(open.asked().alertsJoined()).isEqualTo(1);
        assertThat(open.asked().alert()).isNotNull();
    }

    @Test
    @DisplayName("RUN-9 a paused run says who has it, a question stands until it is answered")
    void pausedAndAsking() {
        Story story = new Story("r1", OPENED)
                .opened("ShopDown", "shop")
                .happens(RunStatus.PAUSED, new RunPaused("ann", "I look myself", true, null));
        assertThat(fold(story.events()).standing().holdReason()).isEqualTo("Taken over by ann: I look myself");

        story.happens(RunStatus.PLANNING, new RunResumed("ann", "", "Restarted the cache."))
                .happens(RunStatus.AWAITING_ANSWER, new QuestionAsked("May the cache be emptied?"));
        assertThat(fold(story.events()).standing().holdReason()).isNull();
        assertThat(fold(story.events()).standing().question()).isEqualTo("May the cache be emptied?");

        story.happens(RunStatus.PLANNING, new QuestionAnswered("ben", "Yes."));
        RunView run = fold(story.events());
        assertThat(run.standing().question()).isNull();
        assertThat(run.notes())
                .extracting(NoteView::text)
                .containsExactly(
                        "Taken over by ann: I look myself",
                        "Handed back by ann: Restarted the cache.",
                        "Asks: May the cache be emptied?",
                        "Answered by ben: Yes.");
    }

    @Test
    @DisplayName("RUN-14 a run whose alert came back is told as not effective")
    void notEffective() {
        Story story = whole();
        assertThat(fold(story.events()).ending().effective()).isTrue();
        story.happens(RunStatus.ENDED, new NotEffective("alert-2", "d7840da243e8241c"));
        assertThat(fold(story.events()).ending().effective()).isFalse();
        assertThat(fold(story.events()).ending().outcome()).isEqualTo("RESOLVED");
    }

    @Test
    @DisplayName("RUN-5 RUN-12 RUN-15 TEAM-1 TEAM-4 loops, phases, collateral, specialists and locks are told in words")
    void notes() {
        Finding finding = Finding.newBuilder()
                .setName("database")
                .setAgent("dba")
                .setRunId("child")
                .setOutcome(Outcome.FAILED)
                .setSummary("Looked at the slow queries.")
                .setErrors(List.of("no access"))
                .build();
        Story story = new Story("r1", OPENED)
                .opened("ShopDown", "shop")
                .happens(RunStatus.ACTING, new LoopDetected(LoopKind.ALTERNATING, "deploy, roll back", 1))
                .happens(RunStatus.DELEGATING, new Delegated("database", "dba", "Find slow queries", "child", 2))
                .happens(RunStatus.DELEGATING, new DelegationEnded(finding))
                .happens(RunStatus.ACTING, new LockAwaited("r1:1:0", "service:shop by run r2"))
                .happens(RunStatus.ACTING, new CollateralFound("r1:1:0", List.of("service:cart")))
                .happens(RunStatus.ACTING, new PhaseChanged("migrate", PhaseState.VERIFIED));
        assertThat(fold(story.events()).notes())
                .extracting(NoteView::text)
                .containsExactly(
                        "Repeats itself (alternating): deploy, roll back; the planner is told",
                        "Delegates database to dba, attempt 2: Find slow queries (run child)",
                        "dba reports on database (failed): Looked at the slow queries. Failed: no access",
                        "Waits for a lock: service:shop by run r2",
                        "Changed beyond the action's target: service:cart",
                        "Phase migrate: verified");
    }

    static Stream<Schema> kinds() {
        return RunEvent.getClassSchema().getField("what").schema().getTypes().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfEventIsKnown(Schema kind) throws Exception {
        SpecificRecord what = (SpecificRecord)
                SpecificData.get().getClass(kind).getDeclaredConstructor().newInstance();
        assertThatCode(() -> SampleRecords.fill(what)).doesNotThrowAnyException();
        Story story = new Story("r1", OPENED).opened("ShopDown", "shop").happens(RunStatus.ACTING, what);
        assertThat(fold(story.events()).standing().sequence()).isEqualTo(2);
    }
}
