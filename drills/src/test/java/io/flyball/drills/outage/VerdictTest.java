package io.flyball.drills.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.drills.check.Evidence;
import io.flyball.drills.check.Evidence.Accepted;
import io.flyball.drills.check.Evidence.Result;
import io.flyball.drills.check.Invariants;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static Verdict verdict(String outcome, Set<String> happened, Map<Integer, Integer> answers) {
        var results = List.of(new Result("run", "key", outcome, true, 0));
        var evidence = new Evidence(
                List.of(new Accepted("key", "")), Map.of(), List.of(), results, Map.of(), Set.of("key"), List.of());
        return new Verdict(Invariants.of(evidence), results, Set.of("cancelled"), Set.of("key"), happened, answers);
    }

    @Test
    @DisplayName("RUN-24 nothing is broken where all ends as without an outage, and what had resolved is only verified")
    void good() {
        Verdict verdict = verdict("RESOLVED", Set.of("other"), Map.of(202, 5, 503, 7));
        assertThat(verdict.broken()).isEmpty();
        assertThat(verdict.onlyVerified()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "RUN-24 the drill finds a run that ended because of the outage, also one of a cancelled run's neighbours")
    void endedByIt() {
        assertThat(verdict("TIMED_OUT", Set.of(), Map.of()).broken())
                .singleElement()
                .asString()
                .contains("TIMED_OUT key");
    }

    @Test
    @DisplayName("RUN-24 RUN-17 the drill finds a change that was made although its alert had resolved")
    void changedForNothing() {
        Verdict verdict = verdict("RESOLVED", Set.of("key"), Map.of());
        assertThat(verdict.broken()).singleElement().asString().contains("although their alert had resolved");
        assertThat(verdict.onlyVerified()).isZero();
    }

    @Test
    @DisplayName("ING-2 the drill finds a console that does not answer, or answers as if it were at fault itself")
    void unclear() {
        assertThat(verdict("RESOLVED", Set.of(), Map.of(0, 1, 500, 2, 503, 3)).broken())
                .singleElement()
                .asString()
                .contains("0; 500");
    }
}
