package io.flyball.orchestrator.admission;

import static io.flyball.orchestrator.admission.Counter.NOW;
import static io.flyball.orchestrator.admission.Counter.alert;
import static io.flyball.orchestrator.admission.Counter.changed;
import static io.flyball.orchestrator.admission.Counter.ended;
import static io.flyball.orchestrator.admission.Counter.firing;
import static io.flyball.orchestrator.admission.Counter.opened;
import static io.flyball.orchestrator.admission.Counter.resolved;
import static io.flyball.orchestrator.admission.Counter.severe;
import static io.flyball.orchestrator.admission.Counter.wanted;
import static io.flyball.orchestrator.admission.Counter.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.orchestrator.run.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QueueTest {

    @Test
    @DisplayName("ING-4 over a cap of the service, the agent or all, runs wait, and each says why and where")
    void capsAreNamed() {
        Counter service = new Counter(Settings.with(set -> set.openPerService = 1));
        service.take(wanted(wish("1", "a", "x", null, Map.of("service", "shop"), null), NOW));
        assertThat(waits(service.only(wanted(wish("2", "b", "x", null, Map.of("service", "shop"), null), NOW))))
                .isEqualTo("the service shop has 1 open runs, as many as it may");

        Counter agent = new Counter(Settings.with(set -> set.openPerAgent = 1));
        agent.take(wanted(wish("1", "a", "x", null), NOW));
        assertThat(waits(agent.only(wanted(wish("2", "a", "x", null), NOW))))
                .isEqualTo("the agent a has 1 open runs, as many as it may");
        assertThat(agent.only(wanted(wish("3", "a", "x", null), NOW)))
                .isInstanceOfSatisfying(
                        Answer.Wait.class,
                        it -> assertThat(it.obstacle().position()).isEqualTo(1));
        assertThat(agent.only(wanted(wish("4", "b", "x", null), NOW))).isInstanceOf(Answer.Open.class);

        Counter all = new Counter(Settings.with(set -> set.openInAll = 1));
        all.take(wanted(wish("1", "a", "x", null), NOW));
        assertThat(waits(all.only(wanted(wish("2", "b", "x", null), NOW))))
                .isEqualTo("all 1 places for open runs are taken");
    }

    @Test
    @DisplayName(
            "ING-4 the end of a run, by alert or by hand, opens the next; a cancelled waiting run leaves the queue")
    void placesAreFreed() {
        Counter counter = new Counter(Settings.with(set -> set.openInAll = 1));
        counter.take(wanted(wish("by-hand", "a", "x", null), NOW));
        String alert = ((Answer.Wait) counter.take(firing("a", "shop", NOW)).getFirst())
                .wish()
                .runId();
        counter.take(wanted(wish("third", "a", "x", null), NOW));

        assertThat(counter.only(ended("by-hand", NOW))).isInstanceOfSatisfying(Answer.Open.class, it -> {
            assertThat(it.wish().runId()).isEqualTo(alert);
            assertThat(it.waited()).isTrue();
            assertThat(it.wish().alert()).isNotNull();
        });
        assertThat(counter.take(ended("third", NOW))).isEmpty();
        assertThat(counter.known.waiting()).isEmpty();
        assertThat(counter.take(ended(alert, NOW))).isEmpty();
    }

    @Test
    @DisplayName(
            "ING-4 the queue is fair: a service with many waiting runs does not hold up the others, nor does an agent")
    void fair() {
        Counter counter = new Counter(Settings.with(set -> {
            set.openInAll = 1;
            set.groupBy = List.of("fingerprint");
        }));
        counter.take(firing("first", "noisy", NOW));
        for (int i = 0; i < 20; i++) {
            counter.take(firing("n" + i, "noisy", NOW.plusSeconds(i)));
        }
        counter.take(firing("quiet", "quiet", NOW.plusSeconds(30)));
        counter.take(alert("other", "NobodyKnowsThis", "third", false, null, 0, NOW.plusSeconds(31)));

        List<String> order = new ArrayList<>();
        while (!counter.known.live().isEmpty()) {
            KnownRun open = counter.known.live().stream()
                    .filter(run -> run.standing() instanceof AdmissionStanding.Open)
                    .findFirst()
                    .orElseThrow();
            order.add(open.service());
            counter.take(ended(open.runId(), NOW.plusSeconds(60)));
        }
        assertThat(order).hasSize(23).startsWith("noisy", "third", "quiet", "noisy", "noisy");
    }

    @Test
    @DisplayName("ING-10 a resolve reaches the run that waits")
    void resolveReachesTheQueue() {
        Counter counter = new Counter(Settings.with(set -> set.openInAll = 1));
        counter.take(firing("a", "shop", NOW));
        String waiting = ((Answer.Wait) counter.take(firing("b", "cart", NOW)).getFirst())
                .wish()
                .runId();
        assertThat(counter.only(resolved("b", "cart", NOW.plusSeconds(1))))
                .isInstanceOfSatisfying(Answer.Join.class, it -> {
                    assertThat(it.run().runId()).isEqualTo(waiting);
                    assertThat(it.alert().facts().resolved()).isTrue();
                });
    }

    private static final String CHANGER = "service-restorer";
    private static final String READER = "operations-reader";

    @Test
    @DisplayName(
            "ING-5 too many runs of an agent that changed something trip its breaker: people are told once, it lets go")
    void breaker() {
        Counter counter = new Counter(Settings.with(set -> set.runsPerHour = 3));
        for (int i = 0; i < 3; i++) {
            counter.take(wanted(wish("run-" + i, CHANGER, "x", null), NOW.plusSeconds(60L * i)));
            counter.take(changed("run-" + i, NOW.plusSeconds(60L * i)));
        }
        List<Answer> tripped = counter.take(wanted(wish("run-3", CHANGER, "x", null), NOW.plusSeconds(200)));
        assertThat(waits(tripped.getFirst()))
                .isEqualTo("breaker: 3 runs of the agent service-restorer have changed something, or were set off by"
                        + " runs, within an hour, as many as may");
        assertThat(((Answer.Wait) tripped.getFirst()).obstacle().until()).contains("2026-01-01T01:00:00Z");
        assertThat(tripped.getLast()).isInstanceOf(Answer.Warn.class);
        assertThat(counter.take(wanted(wish("run-4", CHANGER, "x", null), NOW.plusSeconds(201))))
                .singleElement()
                .isInstanceOf(Answer.Wait.class);

        assertThat(counter.openWaiting(NOW.plus(Duration.ofMinutes(59)))).isEmpty();
        assertThat(counter.openWaiting(NOW.plus(Duration.ofMinutes(60)))).hasSize(2);
        counter.take(new Arrival.TimeToForget(NOW.plus(Duration.ofHours(3))));
        assertThat(counter.known.all(Fact.TrippedBreaker.class)).isEmpty();
    }

    @Test
    @DisplayName("ING-5 runs that only looked never trip it, nor does it hold up an agent that can only read")
    void looksAreFree() {
        Counter counter = new Counter(Settings.with(set -> set.runsPerHour = 3));
        for (int i = 0; i < 300; i++) {
            String agent = i % 2 == 0 ? CHANGER : READER;
            assertThat(counter.only(wanted(wish("run-" + i, agent, "x", null), NOW.plusSeconds(i))))
                    .isInstanceOf(Answer.Open.class);
            counter.take(ended("run-" + i, NOW.plusSeconds(i)));
        }
    }

    @Test
    @DisplayName("ING-5 what runs set off counts from its opening, also for an agent that only reads")
    void feedbackCounts() {
        Counter counter = new Counter(Settings.with(set -> {
            set.runsPerHour = 2;
            set.groupBy = List.of("fingerprint");
        }));
        counter.take(wanted(wish("cause", CHANGER, "x", null), NOW));
        for (int i = 0; i < 2; i++) {
            assertThat(counter.only(alert("t" + i, "Nobody", "desk", false, "cause", 1, NOW)))
                    .isInstanceOf(Answer.Open.class);
        }
        assertThat(waits(counter.take(alert("t3", "Nobody", "bench", false, "cause", 1, NOW))
                        .getFirst()))
                .startsWith("breaker:");
        assertThat(counter.only(wanted(wish("world", READER, "bench", null), NOW)))
                .isInstanceOf(Answer.Open.class);
    }

    @Test
    @DisplayName("ING-4 of what waits the most severe opens first, and what waits long becomes as urgent as anything")
    void severityAndAge() {
        Counter counter = new Counter(Settings.with(set -> set.openInAll = 1));
        counter.take(wanted(wish("first", "a", "x", null), NOW));
        counter.take(severe("info", "old", NOW));
        counter.take(severe("warning", "middle", NOW.plusSeconds(1_000)));
        var critical = (Answer.Wait)
                counter.take(severe("critical", "new", NOW.plusSeconds(1_001))).getFirst();
        assertThat(critical.obstacle().position()).isZero();
        assertThat(critical.obstacle().behind()).containsExactly("first");
        assertThat(critical.since()).isEqualTo(NOW.plusSeconds(1_001));
        assertThat(drained(counter, NOW.plusSeconds(1_002))).containsExactly("new", "old", "middle");

        Counter later = new Counter(Settings.with(set -> set.openInAll = 1));
        later.take(wanted(wish("first", "a", "x", null), NOW));
        later.take(severe("info", "old", NOW));
        for (int i = 0; i < 20; i++) {
            later.take(severe("critical", "c" + i, NOW.plusSeconds(1_700 + 10L * i)));
        }
        assertThat(drained(later, NOW.plusSeconds(1_900)).getFirst()).isEqualTo("old");
    }

    private static List<String> drained(Counter counter, Instant at) {
        List<String> order = new ArrayList<>();
        for (Answer next = counter.take(ended("first", at)).getFirst();
                next instanceof Answer.Open open;
                next = counter.take(ended(open.wish().runId(), at)).stream()
                        .findFirst()
                        .orElse(new Answer.Nothing("all have opened"))) {
            order.add(open.wish().service());
        }
        return order;
    }

    @Test
    @DisplayName("ING-4 runs that wait for people take no place; one that goes on has it again, even one too many")
    void waitingTakesNoPlace() {
        Counter counter = new Counter();
        for (int i = 0; i < 10; i++) {
            counter.take(wanted(wish("run-" + i, "a", "x" + i, null), NOW));
        }
        counter.take(wanted(wish("next", "a", "y", null), NOW));
        assertThat(opened(counter.only(at("run-0", Activity.WAITING)))).isEqualTo("next");
        for (int i = 1; i < 10; i++) {
            counter.take(at("run-" + i, Activity.WAITING));
        }
        assertThat(counter.only(wanted(wish("alert", "a", "z", null), NOW))).isInstanceOf(Answer.Open.class);
        for (int i = 0; i < 10; i++) {
            counter.take(at("run-" + i, Activity.WORKING));
        }
        assertThat(counter.known.openings().ofAgent("a")).isEqualTo(12);
        assertThat(counter.only(wanted(wish("late", "a", "q", null), NOW))).isInstanceOf(Answer.Wait.class);
        assertThat(counter.known.all())
                .allSatisfy(fact ->
                        assertThat(FactCodec.fact(FactCodec.bytes(fact))).isEqualTo(fact));
    }

    @Test
    @DisplayName("ING-4 held runs keep a place of their agent only, and how many may wait for people has a bound")
    void heldAndBounded() {
        Counter counter = new Counter(Settings.with(set -> {
            set.openPerAgent = 1;
            set.openInAll = 1;
            set.waitingInAll = 2;
        }));
        counter.take(wanted(wish("held", "a", "x", null), NOW));
        counter.take(at("held", Activity.HELD));
        assertThat(waits(counter.only(wanted(wish("same", "a", "y", null), NOW))))
                .contains("the agent a has 1");
        assertThat(counter.only(wanted(wish("b1", "b", "y", null), NOW))).isInstanceOf(Answer.Open.class);
        counter.take(at("b1", Activity.WAITING));
        counter.take(wanted(wish("b2", "b", "z", null), NOW));
        counter.take(at("b2", Activity.WAITING));
        var full = (Answer.Wait) counter.only(wanted(wish("b3", "b", "q", null), NOW));
        assertThat(full.obstacle().reason()).isEqualTo("2 runs wait for people, as many as may");
        assertThat(full.obstacle().behind()).containsExactly("b1", "b2");
    }

    private static Arrival.ActivityChanged at(String runId, Activity activity) {
        return new Arrival.ActivityChanged(runId, activity, NOW);
    }

    private static String waits(Answer answer) {
        return ((Answer.Wait) answer).obstacle().reason();
    }
}
