package io.flyball.drills.poison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HostileTest {
    private static final int FOUR_ROUNDS = 52;

    @Test
    @DisplayName("RUN-25 whatever the seed, a few rounds hold a body over the number of alerts, and one within it")
    void everyValueHasItsTurn() {
        for (long seed = 0; seed < 200; seed++) {
            Hostile hostile = new Hostile(new PoisonSettings(1, FOUR_ROUNDS, seed));
            List<String> what = IntStream.range(0, FOUR_ROUNDS)
                    .mapToObj(number -> hostile.body(number).what())
                    .toList();
            assertThat(what).as("seed %d", seed).contains("1001 alerts", "2 alerts");
        }
    }
}
