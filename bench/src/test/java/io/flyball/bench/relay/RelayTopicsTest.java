package io.flyball.bench.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RelayTopicsTest {
    @Test
    @DisplayName("A record crosses six topics for each step, from side to side, as the engine's do")
    void sixCrossings() {
        List<String> round =
                Stream.iterate(RelayTopics.RESULT, RelayTopics::after).limit(6).toList();

        assertThat(round).doesNotHaveDuplicates();
        assertThat(RelayTopics.after(round.getLast())).isEqualTo(RelayTopics.RESULT);
        for (int i = 0; i < round.size(); i++) {
            assertThat(i % 2 == 0 ? RelayTopics.TO_ENGINE : RelayTopics.TO_SERVICES)
                    .contains(round.get(i));
        }
    }
}
