package io.flyball.orchestrator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.orchestrator.run.RandomStates;
import io.flyball.orchestrator.run.RunCommand;
import io.flyball.testkit.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateCodecTest {
    private static final Identity IDENTITY = new Identity("default", "a", "production", "00-a-b-01");

    static Stream<Named<Long>> seeds() {
        return Seeds.stream(40);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    @DisplayName("RUN-23 every state and every turn comes back from the store as it was, and says its version")
    void roundTrip(long seed) {
        new RandomStates(seed)
                .forEach(
                        state -> {
                            StoredRun run = StoredRun.of(7, IDENTITY, state);
                            byte[] bytes = StateCodec.bytes(run);
                            assertThat(StateCodec.run(bytes)).isEqualTo(run);
                            assertThat(new String(bytes, StandardCharsets.UTF_8))
                                    .contains("\"version\":1");
                        },
                        command -> {
                            if (command instanceof RunCommand.KeepTurn kept) {
                                assertThat(StateCodec.turn(StateCodec.bytes(kept.turn())))
                                        .isEqualTo(kept.turn());
                            }
                        });
    }
}
