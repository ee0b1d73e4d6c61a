package io.flyball.orchestrator.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.orchestrator.run.JoinedAlert;
import io.flyball.orchestrator.run.RandomStates;
import io.flyball.orchestrator.run.Run;
import io.flyball.orchestrator.run.RunCommand;
import io.flyball.orchestrator.run.RunEvent;
import io.flyball.orchestrator.run.RunMachine;
import io.flyball.orchestrator.run.RunState;
import io.flyball.testkit.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StateCodecTest {
    @Test
    @DisplayName("RUN-23 histories are recorded in the folder of the version that is stored")
    void historiesOfThisVersion() {
        assertThat(Path.of("src/test/resources/histories/" + StoredRun.VERSION)).isDirectory();
    }

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
                            StoredRun run = StoredRun.of(7, 3, IDENTITY, state, Taints.NONE);
                            byte[] bytes = StateCodec.bytes(run);
                            assertThat(StateCodec.run(bytes)).isEqualTo(run);
                            assertThat(new String(bytes, StandardCharsets.UTF_8))
                                    .contains("\"version\":3");
                        },
                        command -> {
                            if (command instanceof RunCommand.KeepStep kept) {
                                assertThat(StateCodec.turn(StateCodec.bytes(kept.turn())))
                                        .isEqualTo(kept.turn());
                            }
                        });
    }

    static Stream<Path> statesOfTheFirstVersion() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/states/v1"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statesOfTheFirstVersion")
    @DisplayName("RUN-23 CON-4 a state of the first version is read, goes on, and is kept in today's form")
    void readsTheFirstVersion(Path file) throws IOException {
        byte[] old = Files.readAllBytes(file);
        assertThat(new String(old, StandardCharsets.UTF_8)).startsWith("{\"version\":1,");

        StoredRun run = StateCodec.run(old);

        Instant later = Instant.parse("2026-01-02T00:00:00Z");
        assertThat(RunMachine.decide(run.state(), new RunEvent.CancelOrdered("ann", "enough", later))
                        .why())
                .isNotBlank();
        StoredRun kept = StoredRun.of(run.sequence(), 0, run.identity(), run.state(), Taints.NONE);
        assertThat(StateCodec.run(StateCodec.bytes(kept))).isEqualTo(kept);
        assertThat(file.getFileName().toString())
                .startsWith(run.state().getClass().getSimpleName());
    }

    static Stream<Path> statesOfTheSecondVersion() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/states/v2"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statesOfTheSecondVersion")
    @DisplayName("RUN-23 CON-4 a state of the second version keeps its own alert and those that had joined")
    void readsTheSecondVersion(Path file) throws IOException {
        byte[] old = Files.readAllBytes(file);
        assertThat(new String(old, StandardCharsets.UTF_8)).startsWith("{\"version\":2,");

        StoredRun run = StateCodec.run(old);

        Run known = run.state() instanceof RunState.Open open
                ? open.run()
                : ((RunState.Ended) run.state()).closed().run();
        assertThat(known.alerts().known()).extracting(JoinedAlert::fingerprint).containsExactly("fp", "fp2");
        StoredRun kept = StoredRun.of(run.sequence(), 0, run.identity(), run.state(), Taints.NONE);
        assertThat(StateCodec.run(StateCodec.bytes(kept))).isEqualTo(kept);
    }

    @Test
    @DisplayName("RUN-23 CON-4 a turn of the first version is read")
    void readsTurnsOfTheFirstVersion() throws IOException {
        JsonNode acting = JsonMapper.shared()
                .readTree(Files.readAllBytes(Path.of("src/test/resources/states/v1/Acting-Finished.json")))
                .path("state");
        String turn = "{\"step\":" + acting.path("step") + ",\"plan\":" + acting.path("plan") + ",\"actions\":"
                + acting.path("actions") + ",\"refusal\":null}";
        assertThat(StateCodec.turn(turn.getBytes(StandardCharsets.UTF_8)).actions())
                .isNotEmpty();
    }

    @Test
    @DisplayName("RUN-23 a state or a turn that a newer version wrote is refused, with what to do")
    void refusesNewer() {
        byte[] newer = ("{\"version\":" + (StoredRun.VERSION + 1) + ",\"state\":{}}").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> StateCodec.run(newer)).hasMessageContaining("start the newer one again");
        assertThatThrownBy(() -> StateCodec.turn(newer)).hasMessageContaining("start the newer one again");
    }
}
