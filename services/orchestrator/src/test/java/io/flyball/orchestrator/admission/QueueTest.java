package io.flyball.orchestrator.admission;

import static io.flyball.orchestrator.admission.Counter.NOW;
import static io.flyball.orchestrator.admission.Counter.alert;
import static io.flyball.orchestrator.admission.Counter.ended;
import static io.flyball.orchestrator.admission.Counter.firing;
import static io.flyball.orchestrator.admission.Counter.opened;
import static io.flyball.orchestrator.admission.Counter.resolved;
import static io.flyball.orchestrator.admission.Counter.wanted;
import static io.flyball.orchestrator.admission.Counter.wish;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
                        Answer.Wait.class, it -> assertThat(it.position()).isEqualTo(1));
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
            Fact.KnownRun open = counter.known.live().stream()
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

    @Test
    @DisplayName(
            "ING-5 too many runs of an agent within an hour trip its breaker: people are told once, and it lets go")
    void breaker() {
        Counter counter = new Counter(Settings.with(set -> {
            set.runsPerHour = 3;
            set.openPerAgent = 100;
        }));
        for (int i = 0; i < 3; i++) {
            counter.take(wanted(wish("run-" + i, "a", "x", null), NOW.plusSeconds(60L * i)));
            counter.take(ended("run-" + i, NOW.plusSeconds(60L * i)));
        }
        List<Answer> tripped = counter.take(wanted(wish("run-3", "a", "x", null), NOW.plusSeconds(200)));
        assertThat(waits(tripped.getFirst()))
                .isEqualTo("breaker: the agent a has opened 3 runs within an hour, as many as it may");
        assertThat(tripped.getLast()).isInstanceOf(Answer.Warn.class);
        assertThat(counter.take(wanted(wish("run-4", "a", "x", null), NOW.plusSeconds(201))))
                .singleElement()
                .isInstanceOf(Answer.Wait.class);
        assertThat(counter.take(wanted(wish("run-5", "b", "x", null), NOW.plusSeconds(202))))
                .singleElement()
                .isInstanceOf(Answer.Open.class);

        assertThat(counter.openWaiting(NOW.plus(Duration.ofMinutes(59)))).isEmpty();
        assertThat(opened(counter.openWaiting(NOW.plus(Duration.ofMinutes(60))).getFirst()))
                .isEqualTo("run-3");
        assertThat(counter.openWaiting(NOW.plus(Duration.ofMinutes(60)))).isEmpty();
        assertThat(opened(counter.openWaiting(NOW.plus(Duration.ofMinutes(61))).getFirst()))
                .isEqualTo("run-4");
        counter.take(new Arrival.TimeToForget(NOW.plus(Duration.ofHours(3))));
        assertThat(counter.known.all(Fact.TrippedBreaker.class)).isEmpty();
    }

    private static String waits(Answer answer) {
        return ((Answer.Wait) answer).reason();
    }
}
