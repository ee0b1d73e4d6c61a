package io.flyball.drills.heal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("CASE-5 what a run said is read as a person reads it")
class RunSeenTest {
    private static final String STEPS = """
            "steps": [{"step": 1, "decision": "ACT", "at": "2026-01-01T00:00:01Z"},
                      {"step": 2, "decision": "ACT", "at": "2026-01-01T00:00:02Z"},
                      {"step": 3, "decision": "FINISH", "at": "2026-01-01T00:00:03Z"}]""";

    private static RunSeen seen(String json) {
        return RunSeen.of(new JsonMapper().readTree(json));
    }

    @Test
    @DisplayName("a remedy says what it is before the end does")
    void healed() {
        RunSeen run = seen("""
                {"status": "ENDED", "outcome": "RESOLVED", "summary": "It is dead. [process/dead] It runs.", %s,
                 "actions": [{"step": 1, "effect": "READ", "status": "SUCCEEDED"},
                             {"step": 2, "effect": "CHANGE", "status": "SUCCEEDED"}]}""".formatted(STEPS));

        assertThat(run.ended()).isTrue();
        assertThat(run.changed()).isTrue();
        assertThat(run.causes()).containsExactly("process/dead");
        assertThat(run.briefed()).isEqualTo(Instant.parse("2026-01-01T00:00:02Z"));
    }

    @Test
    @DisplayName("a guess is no diagnosis")
    void guess() {
        RunSeen run = seen("""
                {"status": "ENDED", "outcome": "ESCALATED", %s, "actions": [],
                 "handOver": {"reason": "TillDown: no cause is certain; the likeliest is: It is dead. [process/dead]"}}""".formatted(STEPS));

        assertThat(run.causes()).isEmpty();
        assertThat(run.changed()).isFalse();
        assertThat(run.briefed()).isEqualTo(Instant.parse("2026-01-01T00:00:03Z"));
    }

    @Test
    @DisplayName("a change that was refused has changed nothing")
    void refused() {
        assertThat(seen("""
                {"status": "ENDED", "outcome": "ESCALATED",
                 "actions": [{"step": 2, "effect": "CHANGE", "status": null}, {"step": 2, "effect": "CHANGE", "status": "REFUSED"}]}""").changed()).isFalse();
    }
}
