package io.flyball.drills;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.drills.check.Figures;
import io.flyball.drills.effects.EffectServer;
import io.flyball.drills.evidence.Collector;
import io.flyball.drills.evidence.Joins;
import io.flyball.drills.load.Door;
import io.flyball.drills.outage.Outage;
import io.flyball.drills.outage.OutageFigures;
import io.flyball.drills.outage.OutageSettings;
import io.flyball.drills.outage.Part;
import io.flyball.drills.poison.Poison;
import io.flyball.drills.poison.PoisonFigures;
import io.flyball.drills.poison.PoisonSettings;
import io.flyball.drills.storm.Storm;
import io.flyball.drills.storm.StormFigures;
import io.flyball.drills.storm.StormSettings;
import io.flyball.drills.suite.Built;
import io.flyball.drills.suite.Suite;
import io.flyball.drills.suite.SuiteSettings;
import io.flyball.testkit.Await;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Drills on one suite, each small; {@code flyball drill} runs them large. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DrillsE2E {
    /** A second is promised by the drill that is run by hand; no test depends on how fast its machine is. */
    private static final Duration SLOW_MACHINE = Duration.ofMinutes(2);

    private static final long SEED =
            Long.getLong("flyball.seed", ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    private static Suite suite;

    @BeforeAll
    static void up() throws Exception {
        System.out.println("seed " + SEED + " (repeat by -Dflyball.seed=" + SEED + ")");
        suite = Suite.start(new SuiteSettings(new Built(Path.of("..")), data, 1, false), System.out::println);
    }

    @AfterAll
    static void down() {
        if (suite != null) {
            suite.close();
        }
    }

    private static Figures drill(Drill drill, int runs, int faults) throws Exception {
        TrialSettings settings = new TrialSettings(drill, runs, SEED, faults, Duration.ofSeconds(3), 6);
        Figures figures = new Trial(settings, suite, System.out::println).run();
        System.out.println(figures.text());
        return figures;
    }

    private static void assertGood(Figures figures, int runs, int faults) {
        assertThat(figures.broken()).as(figures.text()).isEmpty();
        assertThat(figures.runs()).isEqualTo(runs);
        assertThat(figures.ended()).isEqualTo(runs);
        assertThat(figures.faults().values().stream().mapToInt(count -> count).sum())
                .isEqualTo(faults);
    }

    @Test
    @DisplayName("RUN-20 services are killed while runs are open; every run ends once, no effect happens twice")
    void killServices() throws Exception {
        assertGood(drill(Drill.KILL_SERVICES, 10, 4), 10, 4);
    }

    @Test
    @DisplayName(
            "RUN-20 the broker is killed in the middle of a transaction; every run ends once, no effect happens twice")
    void killBroker() throws Exception {
        assertGood(drill(Drill.KILL_BROKER, 8, 1), 8, 1);
    }

    @Test
    @DisplayName("RUN-20 the broker is frozen for a while; every run ends once, no effect happens twice")
    void freezeBroker() throws Exception {
        assertGood(drill(Drill.FREEZE_BROKER, 8, 1), 8, 1);
    }

    @Test
    @DisplayName(
            "RUN-26 runs are cancelled while their change is at its target: each ends as that, and its result names the change")
    void cancelChanges() throws Exception {
        Figures figures = drill(Drill.CANCEL_CHANGES, 6, 0);
        assertGood(figures, 6, 3);
        assertThat(figures.outcomes()).containsEntry("CANCELLED", 3);
    }

    @Test
    @DisplayName("ING-4 STOP-2 in a storm every alert is found by its run, and an emergency stop holds")
    void storm() throws Exception {
        StormFigures figures =
                new Storm(new StormSettings(1_000, 10, 2, SEED, SLOW_MACHINE), suite, System.out::println).run();
        System.out.println(figures.text());
        assertThat(figures.broken()).as(figures.text()).isEmpty();
        assertThat(figures.ended()).isEqualTo(figures.runs()).isBetween(1, 10);
    }

    @Test
    @DisplayName(
            "RUN-25 RES-1 hostile bodies among good runs: every good run ends, what was accepted is a run or a dead letter")
    void poison() throws Exception {
        PoisonFigures figures = new Poison(new PoisonSettings(10, 65, SEED), suite, System.out::println).run();
        System.out.println(figures.text());
        assertThat(figures.broken()).as(figures.text()).isEmpty();
        assertThat(figures.deadLetters()).isPositive();
        assertThat(figures.answers()).containsKeys(202, 400, 413);
    }

    /** The last one: what it leaves in the queue opens runs for a while, which others would count as theirs. */
    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName(
            "RUN-24 RUN-17 the orchestrator is away for longer than runs may work: none ends of it, what has resolved is only verified")
    void outage() throws Exception {
        OutageFigures figures = new Outage(
                        new OutageSettings(
                                Part.ORCHESTRATOR, 10, 8, Duration.ofSeconds(45), OutageSettings.BRIEF, SEED),
                        suite,
                        System.out::println)
                .run();
        System.out.println(figures.text());
        assertThat(figures.broken()).as(figures.text()).isEmpty();
        assertThat(figures.ends().ended()).isEqualTo(18);
        assertThat(figures.ends().onlyVerified())
                .isEqualTo(figures.alerts().resolved())
                .isPositive();
    }

    /** The first one: after others its runs once did not end in three minutes, and alone they always did. */
    @Test
    @Order(1)
    @DisplayName("ING-5 an agent's own changes raise alerts: each joins the run that caused it, none opens another")
    void feedback() throws Exception {
        List<String> keys = List.of("feedback-" + SEED + "-a", "feedback-" + SEED + "-b");
        Map<String, Set<String>> causes = new ConcurrentHashMap<>();
        Door door = new Door(suite.console(), suite.token());
        Joins joins = new Joins();
        try (EffectServer effects = EffectServer.start(new Random(SEED), Duration.ofMillis(1));
                Collector collector = Collector.start(suite.broker(), suite.registry(), joins)) {
            effects.tell((key, run) -> {
                causes.put("ticket-" + key, Set.of(run));
                raise(door, run, "ticket-" + key, effects.url());
            });
            for (String key : keys) {
                door.raise(key, key, effects.url());
            }
            Await.that("both runs have ended and are told of what they have caused")
                    .atMost(Duration.ofMinutes(10))
                    .until(() -> collector.ended() == 2 && joins.found() == 4);

            assertThat(collector.opened().values()).containsExactlyInAnyOrderElementsOf(keys);
            assertThat(joins.runsByAlert()).containsAllEntriesOf(causes);
            assertThat(causes).hasSize(2);
        }
    }

    @Test
    @DisplayName(
            "TEAM-1 TEAM-2 TEAM-3 TEAM-6 a coordinator without tools: the second specialist begins when the first is verified, and the result tells what both found")
    void team() throws Exception {
        String key = "team-" + SEED;
        assertThat(new Stories(suite, SEED).of("drill-lead", key, Set.of(key)))
                .containsSubsequence(
                        "make begins: drill",
                        "make ends: RESOLVED",
                        "make is VERIFIED",
                        "witness begins: drill-witness",
                        "witness ends: NOT_REPRODUCED",
                        "ended: RESOLVED make: The effect server has " + key + ". witness: It is there.")
                .doesNotContain("a tool is called");
    }

    @Test
    @DisplayName(
            "RUN-9 TEAM-2 a paused coordinator lets the specialist at work end, and begins the next after the pause")
    void pausedTeam() throws Exception {
        String key = "paused-" + SEED;
        assertThat(new Stories(suite, SEED).pausedAtTheFirstEffect("drill-lead", key, "make ends"))
                .containsSubsequence(
                        "make begins: drill",
                        "paused",
                        "make ends: RESOLVED",
                        "resumed",
                        "witness begins: drill-witness")
                .last()
                .asString()
                .startsWith("ended: RESOLVED");
    }

    @Test
    @DisplayName("RUN-12 a phase begins when the one that it needs is verified, not when that is done")
    void phases() throws Exception {
        String key = "phases-" + SEED;
        assertThat(new Stories(suite, SEED).of("drill-phases", key, Set.of(key + "-provided", key + "-moved")))
                .filteredOn(told -> !told.equals("a tool is called"))
                .containsExactly(
                        "provision is ACTING",
                        "provision is DONE",
                        "provision is VERIFIED",
                        "migrate is READY",
                        "migrate is ACTING",
                        "migrate is DONE",
                        "migrate is VERIFIED",
                        "ended: RESOLVED Provided and moved.");
    }

    private static void raise(Door door, String run, String ticket, URI effects) {
        try {
            door.raiseCausedBy(run, ticket, effects);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
