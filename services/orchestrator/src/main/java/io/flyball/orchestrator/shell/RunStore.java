package io.flyball.orchestrator.shell;

import io.flyball.orchestrator.run.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;

/** Runs and their turns. Turns are keys of their own, so that a transition never writes the transcript again. */
final class RunStore {
    static final String RUNS = "runs";
    static final String TURNS = "turns";

    private static final int RECENT = 1_000;
    private static final long RECENT_TURNS_BYTES = 16L << 20;

    /**
     * The next record about a run comes soon, and reading its JSON again would cost more than all else about it. It cannot be older than
     * the store: a task that is opened or revived, also after a transaction was given up, begins with a new one.
     */
    private final Map<String, StoredRun> recent = new Recent<>(RECENT);

    /** No older than the store either, for the same reason. */
    private final RecentSteps recentTurns = new RecentSteps(RECENT_TURNS_BYTES);

    private final KeyValueStore<String, byte[]> runs;
    private final KeyValueStore<String, byte[]> turns;

    RunStore(KeyValueStore<String, byte[]> runs, KeyValueStore<String, byte[]> turns) {
        this.runs = runs;
        this.turns = turns;
    }

    Optional<StoredRun> find(String runId) {
        return Optional.ofNullable(recent.get(runId))
                .or(() -> Optional.ofNullable(runs.get(runId)).map(StateCodec::run));
    }

    void put(String runId, StoredRun run) {
        runs.put(runId, StateCodec.bytes(run));
        recent.put(runId, run);
    }

    void keep(String runId, Step turn) {
        byte[] bytes = StateCodec.bytes(turn);
        turns.put(turnKey(runId, turn.step()), bytes);
        recentTurns.add(runId, turn, bytes.length);
    }

    List<Step> turns(String runId) {
        return recentTurns.of(runId).orElseGet(() -> read(runId));
    }

    private List<Step> read(String runId) {
        List<Step> found = new ArrayList<>();
        long size = 0;
        try (var range = turns.range(turnKey(runId, 0), turnKey(runId, 99_999))) {
            while (range.hasNext()) {
                byte[] bytes = range.next().value;
                found.add(StateCodec.turn(bytes));
                size += bytes.length;
            }
        }
        recentTurns.remember(runId, found, size);
        return found;
    }

    void forget(String runId) {
        turns(runId).forEach(turn -> turns.delete(turnKey(runId, turn.step())));
        runs.delete(runId);
        recent.remove(runId);
        recentTurns.forget(runId);
    }

    /** What was written may have been taken back: it is read again. */
    void recall(String runId) {
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
