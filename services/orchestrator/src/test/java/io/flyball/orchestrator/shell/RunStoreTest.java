package io.flyball.orchestrator.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.orchestrator.run.RandomStates;
import io.flyball.orchestrator.run.RunCommand;
import io.flyball.orchestrator.run.RunState;
import io.flyball.orchestrator.run.Step;
import io.flyball.testkit.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
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
    private static final RunState STATE = someState();

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
                default -> keep(runId, some.get(random.nextInt(some.size())));
            }
            assertThat(store.turns(runId)).isEqualTo(freshlyRead(runId));
        }
    }

    @Test
    void turnsComeInTheOrderOfTheirSteps() {
        Step like = someTurns(1).getFirst();
        IntStream.of(1, 2, 9, 10, 100).forEach(step -> keep("run", numbered(step, like)));
        assertThat(freshlyRead("run")).extracting(Step::step).containsExactly(1, 2, 9, 10, 100);
        assertThat(store.turns("run")).isEqualTo(freshlyRead("run"));
    }

    @Test
    @DisplayName(
            "RUN-21 a few small steps stay in the run's own record; when they are more, each has a key, and none is lost")
    void smallStepsStayWithTheRun() {
        Step like = someTurns(1).getFirst();
        int fit = RunStore.MOST_WITHIN / StateCodec.bytes(StepToKeep.of(numbered(10, like))).length;
        assertThat(fit).isPositive();

        IntStream.rangeClosed(1, fit).forEach(step -> keep("run", numbered(step, like)));
        assertThat(turns.approximateNumEntries()).isZero();
        assertThat(freshlyRead("run")).hasSize(fit);

        keep("run", numbered(fit + 1, like));
        assertThat(turns.approximateNumEntries()).isEqualTo(fit + 1L);
        keep("run", numbered(fit + 2, like));
        assertThat(turns.approximateNumEntries()).isEqualTo(fit + 1L);
        assertThat(freshlyRead("run")).hasSize(fit + 2);

        store.forget("run");
        assertThat(turns.approximateNumEntries()).isZero();
        assertThat(freshlyRead("run")).isEmpty();
    }

    @Test
    @DisplayName("RUN-20 a step of a decision that was taken back is forgotten with it")
    void takenBack() {
        store.keep("run", numbered(1, someTurns(1).getFirst()));
        store.recall("run");
        assertThat(store.turns("run")).isEmpty();
    }

    @Test
    @DisplayName("RUN-21 a step that is kept says all that a plan request or a result tells of it, and no grant")
    void essence() {
        var kinds = new HashSet<String>();
        for (long seed = 1; seed < 40; seed++) {
            for (Step step : someTurns(seed)) {
                Step kept = StepToKeep.of(step);
                assertThat(kept.plan().reasoning()).isEqualTo(step.plan().reasoning());
                assertThat(WantsMapper.kind(kept.plan().wants()))
                        .isEqualTo(WantsMapper.kind(step.plan().wants()));
                assertThat(kept.actions()).hasSameSizeAs(step.actions());
                assertThat(new String(StateCodec.bytes(kept), StandardCharsets.UTF_8))
                        .doesNotContain("\"grant\":");
                kinds.add(step.plan().wants().getClass().getSimpleName());
            }
        }
        assertThat(kinds).contains("Act");
    }

    /** As a decision is carried out: the run is written with each step. */
    private void keep(String runId, Step step) {
        store.keep(runId, step);
        store.put(
                runId,
                StoredRun.of(1, step.step(), new Identity("default", "agent", "staging", ""), STATE, Taints.NONE));
    }

    private static Step numbered(int step, Step like) {
        return new Step(step, like.plan(), like.actions(), like.refusal());
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

    private static RunState someState() {
        List<RunState> found = new ArrayList<>();
        new RandomStates(1).forEach(found::add, _ -> {});
        return found.getFirst();
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
