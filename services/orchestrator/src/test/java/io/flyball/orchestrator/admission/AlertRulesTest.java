package io.flyball.orchestrator.admission;

import static io.flyball.orchestrator.admission.Counter.NOW;
import static io.flyball.orchestrator.admission.Counter.alert;
import static io.flyball.orchestrator.admission.Counter.ended;
import static io.flyball.orchestrator.admission.Counter.firing;
import static io.flyball.orchestrator.admission.Counter.opened;
import static io.flyball.orchestrator.admission.Counter.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.Catalogue;
import io.flyball.orchestrator.config.AdmissionProperties;
import io.flyball.orchestrator.run.RunIds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AlertRulesTest {
    private final Counter counter = new Counter();

    @Test
    @DisplayName("ING-3 the first firing alert opens a run, repeats and the resolve join it")
    void opensThenJoins() {
        String run = opened(counter.only(firing("a", "shop", NOW)));
        assertThat(joined(counter.only(firing("a", "shop", NOW.plusSeconds(3_600)))))
                .isEqualTo(run);
        assertThat(joined(counter.only(resolved("a", "shop", NOW.plusSeconds(3_601)))))
                .isEqualTo(run);
    }

    @Test
    @DisplayName("ING-3 within the cool-down a repeat joins the closed run's record, afterwards it opens another")
    void coolDown() {
        String run = opened(counter.only(firing("a", "shop", NOW)));
        counter.take(ended(run, NOW));
        assertThat(joined(counter.only(firing("a", "shop", NOW.plusSeconds(299)))))
                .isEqualTo(run);
        assertThat(counter.take(firing("a", "shop", NOW.plusSeconds(300))))
                .first()
                .isInstanceOf(Answer.Open.class);
    }

    @Test
    @DisplayName(
            "ING-3 F01: a late copy of an alert that is over joins its run and does not fire again; a new beginning does")
    void lateCopies() {
        String run = opened(counter.only(firing("a", "shop", NOW)));
        counter.take(resolved("a", "shop", NOW.plusSeconds(45)));
        counter.take(ended(run, NOW.plusSeconds(60)));
        for (Arrival.AlertRaised copy :
                List.of(later(firing("a", "shop", NOW), 70), later(firing("a", "shop", NOW), 71))) {
            assertThat(joined(counter.only(copy))).isEqualTo(run);
            assertThat(newest("a").firing()).isFalse();
        }
        assertThat(opened(counter.only(firing("b", "shop", NOW.plusSeconds(80)))))
                .as("the storm is over")
                .isNotEqualTo(run);
        counter.take(firing("a", "shop", NOW.plusSeconds(90)));
        assertThat(newest("a").firing()).isTrue();
        counter.take(later(resolved("a", "shop", NOW), 91));
        assertThat(newest("a").firing()).as("a late resolve of what was before").isTrue();
    }

    private Fact.KnownFingerprint newest(String fingerprint) {
        return counter.known
                .find(Fact.KnownFingerprint.key("default", fingerprint), Fact.KnownFingerprint.class)
                .orElseThrow();
    }

    /** The same word of its source, so many seconds after NOW. */
    private static Arrival.AlertRaised later(Arrival.AlertRaised alert, int seconds) {
        return new Arrival.AlertRaised(
                alert.id() + "+" + seconds,
                alert.tenant(),
                alert.told(),
                alert.facts(),
                null,
                0,
                NOW.plusSeconds(seconds));
    }

    @Test
    @DisplayName("ING-3 where the cool-down is longer than all that is remembered else, repeats join until it is over")
    void longCoolDown() {
        Counter patient = new Counter(Duration.ofHours(30), AdmissionProperties.DEFAULT);
        String run = opened(patient.only(firing("a", "shop", NOW)));
        patient.take(ended(run, NOW));
        patient.take(new Arrival.TimeToForget(NOW.plus(Duration.ofHours(29))));
        assertThat(joined(patient.only(firing("a", "shop", NOW.plus(Duration.ofHours(29))))))
                .isEqualTo(run);
    }

    @Test
    @DisplayName("RUN-14 an alert that returns after the cool-down is also told to the run that had resolved it")
    void returnsWithinTheWatch() {
        String run = opened(counter.only(firing("a", "shop", NOW)));
        counter.take(ended(run, NOW));
        List<Answer> back = counter.take(firing("a", "shop", NOW.plus(Duration.ofMinutes(20))));

        assertThat(opened(back.getFirst())).isNotEqualTo(run);
        assertThat(joined(back.getLast())).isEqualTo(run);

        counter.take(ended(opened(back.getFirst()), NOW.plus(Duration.ofMinutes(20))));
        assertThat(counter.take(firing("a", "shop", NOW.plus(Duration.ofHours(2)))))
                .singleElement()
                .isInstanceOf(Answer.Open.class);
    }

    @Test
    @DisplayName("ING-3 the end of another run changes nothing, a lone resolve opens nothing")
    void strangersChangeNothing() {
        String run = opened(counter.only(firing("a", "shop", NOW)));
        assertThat(counter.only(ended("another", NOW))).isInstanceOf(Answer.Nothing.class);
        assertThat(joined(counter.only(firing("a", "shop", NOW)))).isEqualTo(run);
        assertThat(counter.only(resolved("b", "other", NOW))).isInstanceOf(Answer.Nothing.class);
    }

    @Test
    @DisplayName("ING-4 alerts of one service and name share a run within the window, other services and names do not")
    void groups() {
        String run = opened(counter.only(firing("a", "shop", NOW)));
        assertThat(joined(counter.only(firing("b", "shop", NOW.plusSeconds(299)))))
                .isEqualTo(run);
        assertThat(joined(counter.only(firing("c", "shop", NOW.plusSeconds(500)))))
                .isEqualTo(run);
        assertThat(opened(counter.only(firing("d", "cart", NOW.plusSeconds(500)))))
                .isNotEqualTo(run);
        assertThat(opened(counter.only(alert("e", "DiskFull", "shop", false, null, 0, NOW.plusSeconds(500)))))
                .isNotEqualTo(run);

        assertThat(opened(counter.only(firing("f", "shop", NOW.plusSeconds(800)))))
                .isNotEqualTo(run);
        assertThat(joined(counter.only(resolved("c", "shop", NOW.plusSeconds(801)))))
                .isEqualTo(run);
    }

    @Test
    @DisplayName("ING-4 a storm joins its closed run while any of its alerts fires; then the next alert is an incident")
    void closedStorms() {
        String run = opened(counter.only(firing("a", "shop", NOW)));
        assertThat(joined(counter.only(firing("b", "shop", NOW)))).isEqualTo(run);
        counter.take(ended(run, NOW));
        assertThat(joined(counter.only(resolved("a", "shop", NOW.plusSeconds(1)))))
                .isEqualTo(run);
        assertThat(joined(counter.only(firing("c", "shop", NOW.plusSeconds(2)))))
                .isEqualTo(run);
        counter.take(resolved("b", "shop", NOW.plusSeconds(3)));
        counter.take(resolved("c", "shop", NOW.plusSeconds(3)));

        assertThat(opened(counter.only(firing("d", "shop", NOW.plusSeconds(4)))))
                .isNotEqualTo(run);
    }

    @Test
    @DisplayName("ING-4 what may share a run is configurable, down to nothing")
    void groupingIsConfigurable() {
        Counter byLabel = new Counter(Settings.with(set -> set.groupBy = List.of("fingerprint")));
        String run = opened(byLabel.only(firing("a", "shop", NOW)));
        assertThat(opened(byLabel.only(firing("b", "shop", NOW)))).isNotEqualTo(run);
    }

    @Test
    @DisplayName("ING-4 fingerprints of a run are bounded; a resolve of a forgotten one still finds it by its group")
    void boundedFingerprints() {
        Counter few = new Counter(Settings.with(set -> set.fingerprintsPerRun = 3));
        String run = opened(few.only(firing("0", "shop", NOW)));
        for (int i = 1; i < 10; i++) {
            assertThat(joined(few.only(firing("" + i, "shop", NOW)))).isEqualTo(run);
        }
        assertThat(few.known.fingerprintsOf(run)).hasSize(3);
        assertThat(joined(few.only(resolved("0", "shop", NOW)))).isEqualTo(run);
    }

    @Test
    @DisplayName("ING-4 what nobody will ask for again is forgotten")
    void forgets() {
        String run = opened(counter.only(firing("a", "shop", NOW)));
        counter.take(ended(run, NOW));
        counter.take(new Arrival.TimeToForget(NOW.plus(Duration.ofMinutes(31))));
        assertThat(counter.known.all(Fact.KnownFingerprint.class)).isEmpty();
        assertThat(counter.known.all(Fact.KnownGroup.class)).isEmpty();
        assertThat(counter.known.run(run)).isPresent();
        counter.take(new Arrival.TimeToForget(NOW.plus(Duration.ofHours(24))));
        assertThat(counter.known.all()).isEmpty();
    }

    @Test
    @DisplayName("ING-2 the first agent whose matcher takes the alert gets it, else the default one")
    void agentIsChosenByMatcher() {
        var choice = new AgentChoice(Catalogue.load(Path.of("../../catalogue")).agents(), "first-responder");
        assertThat(choice.agentFor("ServiceUnavailable", Map.of())).isEqualTo("service-restorer");
        assertThat(choice.agentFor("NobodyKnowsThis", Map.of())).isEqualTo("first-responder");
    }

    @Test
    @DisplayName("RUN-1 a run's id is a UUIDv7 and the same whenever the same alert is read")
    void runIds() {
        String id = RunIds.of("alert-1", NOW);
        assertThat(RunIds.of("alert-1", NOW)).isEqualTo(id);
        assertThat(RunIds.of("alert-2", NOW)).isNotEqualTo(id);
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        assertThat(UUID.fromString(id).variant()).isEqualTo(2);
        assertThat(RunIds.time(id)).isEqualTo(NOW);
    }

    private static String joined(Answer answer) {
        return ((Answer.Join) answer).run().runId();
    }
}
