package io.flyball.orchestrator.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.Catalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AdmissionRulesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final AdmissionRules rules = new AdmissionRules(
            Catalogue.load(Path.of("../../catalogue")).agents(), "first-responder", Duration.ofMinutes(5));

    @Test
    @DisplayName("ING-3 the first firing alert opens a run, repeats join it")
    void opensThenJoins() {
        assertThat(rules.decide(null, false, "a", "run-1", NOW)).isEqualTo(new Answer.OpenRun("run-1", "a"));
        assertThat(rules.decide(new Admission.Open("run-1", "a"), false, "a", "run-2", NOW))
                .isEqualTo(new Answer.JoinRun("run-1", "a"));
        assertThat(rules.decide(new Admission.Open("run-1", "a"), true, "a", "run-2", NOW))
                .isEqualTo(new Answer.JoinRun("run-1", "a"));
    }

    @Test
    @DisplayName("ING-3 within the cool-down a repeat joins the closed run's record, afterwards it opens another")
    void coolDown() {
        Admission cooling = rules.closed(new Admission.Open("run-1", "a"), "run-1", NOW);
        assertThat(cooling).isEqualTo(new Admission.Cooling("run-1", "a", NOW.plusSeconds(300)));
        assertThat(rules.decide(cooling, false, "a", "run-2", NOW.plusSeconds(299)))
                .isEqualTo(new Answer.JoinRun("run-1", "a"));
        assertThat(rules.decide(cooling, false, "a", "run-2", NOW.plusSeconds(300)))
                .isEqualTo(new Answer.OpenRun("run-2", "a"));
    }

    @Test
    @DisplayName("ING-3 the end of another run changes nothing, a lone resolve opens nothing")
    void strangersChangeNothing() {
        Admission open = new Admission.Open("run-1", "a");
        assertThat(rules.closed(open, "run-0", NOW)).isSameAs(open);
        assertThat(rules.decide(null, true, "a", "run-1", NOW)).isInstanceOf(Answer.Nothing.class);
    }

    @Test
    @DisplayName("ING-2 the first agent whose matcher takes the alert gets it, else the default one")
    void agentIsChosenByMatcher() {
        assertThat(rules.agentFor("ServiceUnavailable", Map.of())).isEqualTo("service-restorer");
        assertThat(rules.agentFor("NobodyKnowsThis", Map.of())).isEqualTo("first-responder");
    }

    @Test
    @DisplayName("RUN-1 a run's id is a UUIDv7 and the same whenever the same alert is read")
    void runIds() {
        String id = RunIds.of("alert-1", NOW);
        assertThat(RunIds.of("alert-1", NOW)).isEqualTo(id);
        assertThat(RunIds.of("alert-2", NOW)).isNotEqualTo(id);
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        assertThat(UUID.fromString(id).variant()).isEqualTo(2);
        assertThat(UUID.fromString(id).getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }
}
