package io.flyball.drills.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CastTest {

    private static OutageSettings settings(int runs) {
        return new OutageSettings(Part.ORCHESTRATOR, runs, 200, Duration.ofMinutes(7), OutageSettings.USUAL, 7);
    }

    @Test
    @DisplayName(
            "RUN-24 every role is played, by as many runs as are wanted, each with a name of its own; the same seed casts the same")
    void allRoles() {
        for (int runs : new int[] {Role.values().length, 14, 50}) {
            Cast cast = Cast.of(settings(runs));
            assertThat(cast).isEqualTo(Cast.of(settings(runs)));
            assertThat(cast.members())
                    .hasSize(runs)
                    .extracting(Cast.Member::key)
                    .doesNotHaveDuplicates();
            assertThat(Role.values())
                    .allSatisfy(role -> assertThat(cast.in(role)).isNotEmpty());
        }
        assertThat(Cast.of(settings(50)).in(Role.PLAIN)).hasSize(23);
    }

    @Test
    @DisplayName("RUN-24 a short absence leaves no time for a read to time out before it")
    void shortAbsence() {
        var brief = new OutageSettings(Part.ORCHESTRATOR, 10, 8, Duration.ofSeconds(45), OutageSettings.BRIEF, 7);
        assertThat(Cast.of(brief).members()).hasSize(10);
        assertThat(Cast.of(brief).in(Role.RETRYING)).isEmpty();
    }

    @Test
    @DisplayName("RUN-24 one in four of the new alerts resolves meanwhile")
    void oneInFour() {
        assertThat(java.util.stream.IntStream.range(0, 200).filter(settings(50)::resolvesMeanwhile))
                .hasSize(50);
    }

    @Test
    @DisplayName("RUN-24 fewer runs than roles, or no absence, show nothing")
    void tooLittle() {
        assertThatThrownBy(() -> settings(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutageSettings(Part.BROKER, 50, 200, Duration.ZERO, OutageSettings.USUAL, 7))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
