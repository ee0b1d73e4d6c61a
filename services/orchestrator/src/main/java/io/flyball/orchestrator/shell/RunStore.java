package io.flyball.orchestrator.shell;

import io.flyball.orchestrator.run.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Runs and their steps. A few small steps stay in the run's own record: a record costs more than some text. Once they are more they get
 * keys of their own, so that a transition never writes a long transcript again.
 */
final class RunStore {
    static final String RUNS = "runs";
    static final String TURNS = "turns";

    /** Bytes of steps in a run's own record, at most. */
    static final int MOST_WITHIN = 6_144;

    private static final int RECENT = 1_000;
    private static final long RECENT_TURNS_BYTES = 16L << 20;

    /**
     * The next record about a run comes soon, and reading its JSON again would cost more than all else about it. It cannot be older than
     * the store: a task that is opened or revived, also after a transaction was given up, begins with a new one.
     */
    private final Map<String, StoredRun> recent = new Recent<>(RECENT);

    /** No older than the store either, for the same reason. */
    private final RecentSteps recentTurns = new RecentSteps(RECENT_TURNS_BYTES);

    /** Steps of the decision that is being carried out: they are written with the run. */
    private final Map<String, List<Step>> within = new HashMap<>();

    private final KeyValueStore<String, byte[]> runs;
    private final KeyValueStore<String, byte[]> turns;

    RunStore(KeyValueStore<String, byte[]> runs, KeyValueStore<String, byte[]> turns) {
        this.runs = runs;
        this.turns = turns;
    }

    Optional<StoredRun> find(String runId) {
        return Optional.ofNullable(recent.get(runId)).or(() -> read(runId));
    }

    private Optional<StoredRun> read(String runId) {
        Optional<StoredRun> stored = Optional.ofNullable(runs.get(runId)).map(StateCodec::run);
        stored.ifPresent(run -> recent.put(runId, run));
        return stored;
    }

    void put(String runId, StoredRun run) {
        StoredRun whole = run.with(within(runId));
        within.remove(runId);
        runs.put(runId, StateCodec.bytes(whole));
        recent.put(runId, whole);
    }

    void keep(String runId, Step whole) {
        Step turn = StepToKeep.of(whole);
        int size = StateCodec.bytes(turn).length;
        recentTurns.add(runId, turn, size);
        List<Step> all = merged(within(runId), List.of(turn));
        if (all.stream().mapToInt(step -> StateCodec.bytes(step).length).sum() <= MOST_WITHIN) {
            within.put(runId, all);
        } else {
            all.forEach(step -> turns.put(turnKey(runId, step.step()), StateCodec.bytes(step)));
            within.put(runId, List.of());
        }
    }

    private List<Step> within(String runId) {
        List<Step> now = within.get(runId);
        return now != null ? now : find(runId).map(StoredRun::steps).orElse(List.of());
    }

    /** In order; of a step that is in both the newer one. */
    private static List<Step> merged(List<Step> older, List<Step> newer) {
        Map<Integer, Step> byNumber = new TreeMap<>();
        older.forEach(step -> byNumber.put(step.step(), step));
        newer.forEach(step -> byNumber.put(step.step(), step));
        return List.copyOf(byNumber.values());
    }

    List<Step> turns(String runId) {
        return recentTurns.of(runId).orElseGet(() -> readSteps(runId));
    }

    private List<Step> readSteps(String runId) {
        List<Step> found = new ArrayList<>();
        eachKept(runId, entry -> found.add(StateCodec.turn(entry.value)));
        List<Step> all = merged(found, within(runId));
        recentTurns.remember(
                runId,
                all,
                all.stream().mapToInt(step -> StateCodec.bytes(step).length).sum());
        return all;
    }

    private void eachKept(String runId, Consumer<KeyValue<String, byte[]>> visitor) {
        try (var range = turns.range(turnKey(runId, 0), turnKey(runId, 99_999))) {
            range.forEachRemaining(visitor);
        }
    }

    void forget(String runId) {
        List<String> keys = new ArrayList<>();
        eachKept(runId, entry -> keys.add(entry.key));
        keys.forEach(turns::delete);
        runs.delete(runId);
        recall(runId);
    }

    /** What was written may have been taken back: it is read again. */
    void recall(String runId) {
        within.remove(runId);
        recent.remove(runId);
        recentTurns.forget(runId);
    }

    void forEach(Consumer<StoredRunWithId> visitor) {
        try (var all = runs.all()) {
            all.forEachRemaining(entry -> visitor.accept(new StoredRunWithId(entry.key, StateCodec.run(entry.value))));
        }
    }

    record StoredRunWithId(String runId, StoredRun run) {}

    private static String turnKey(String runId, int step) {
        String number = Integer.toString(step);
        return runId + "/" + "00000".substring(Math.min(5, number.length())) + number;
    }
}
