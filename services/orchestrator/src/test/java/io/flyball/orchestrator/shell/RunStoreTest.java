package io.flyball.orchestrator.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.orchestrator.run.RandomStates;
import io.flyball.orchestrator.run.RunCommand;
import io.flyball.orchestrator.run.Step;
import io.flyball.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunStoreTest {
    private final KeyValueStore<String, byte[]> runs = store(RunStore.RUNS);
    private final KeyValueStore<String, byte[]> turns = store(RunStore.TURNS);
    private final RunStore store = new RunStore(runs, turns);

    static Stream<Named<Long>> seeds() {
        return Seeds.stream(20);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    @DisplayName(
            "RUN-21 what is remembered of transcripts is what the store would say, whatever is kept, read and forgotten")
    void remembersWhatIsStored(long seed) {
        List<Step> some = someTurns(seed);
        var random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            String runId = "run-" + random.nextInt(5);
            switch (random.nextInt(5)) {
                case 0 -> store.forget(runId);
                case 1 -> store.turns(runId);
                default -> store.keep(runId, some.get(random.nextInt(some.size())));
            }
            assertThat(store.turns(runId)).isEqualTo(freshlyRead(runId));
        }
    }

    @Test
    void turnsComeInTheOrderOfTheirSteps() {
        Step like = someTurns(1).getFirst();
        IntStream.of(1, 2, 9, 10, 100)
                .forEach(step -> store.keep("run", new Step(step, like.plan(), like.actions(), like.refusal())));
        assertThat(freshlyRead("run")).extracting(Step::step).containsExactly(1, 2, 9, 10, 100);
        assertThat(store.turns("run")).isEqualTo(freshlyRead("run"));
    }

    @Test
    void theOldestTranscriptGivesWayWhenTheyTakeTooMuch() {
        var recent = new RecentSteps(10_000);
        Step turn = someTurns(1).getFirst();
        recent.remember("old", List.of(turn), 6_000);
        recent.remember("new", List.of(turn), 1_000);
        assertThat(recent.of("old")).isPresent();
        recent.add("new", turn, 5_000);
        assertThat(recent.of("old")).isEmpty();
        assertThat(recent.of("new")).contains(List.of(turn));
        recent.add("unknown", turn, 1);
        assertThat(recent.of("unknown")).isEmpty();
    }

    private List<Step> freshlyRead(String runId) {
        return new RunStore(runs, turns).turns(runId);
    }

    private static List<Step> someTurns(long seed) {
        List<Step> found = new ArrayList<>();
        for (long more = seed; found.isEmpty(); more++) {
            new RandomStates(more).forEach(_ -> {}, command -> {
                if (command instanceof RunCommand.KeepStep kept) {
                    found.add(kept.turn());
                }
            });
        }
        return found;
    }

    private static KeyValueStore<String, byte[]> store(String name) {
        KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(new MockProcessorContext<Void, Void>().getStateStoreContext(), store);
        return store;
    }
}
