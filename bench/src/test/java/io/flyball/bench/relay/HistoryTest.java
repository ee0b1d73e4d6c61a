package io.flyball.bench.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
    @ParameterizedTest
    @ValueSource(ints = {18, 19, 63, 68})
    @DisplayName("With its history a relay's run has as many records as the engine's, run for run")
    void asMany(int recordsPerRun) {
        var history = new History(recordsPerRun);
        for (int run = 0; run < 5; run++) {
            int beside = IntStream.range(0, 9).map(_ -> history.next()).sum();
            assertThat(18 + beside).isEqualTo(recordsPerRun);
        }
    }
}
