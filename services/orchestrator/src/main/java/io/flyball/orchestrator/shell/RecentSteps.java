package io.flyball.orchestrator.shell;

import io.flyball.orchestrator.run.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Transcripts that were in use last, as they were before they became bytes. Bounded by their size, since outputs may be long. */
final class RecentSteps {
    /** What a transcript takes beside its turns. */
    private static final int EACH = 256;

    private final Map<String, Transcript> byRun = new LinkedHashMap<>(16, 0.75f, true);
    private final long mostBytes;
    private long bytes;

    private record Transcript(List<Step> turns, long bytes) {}

    /**
     * An empty memory.
     *
     * @param mostBytes how many bytes of stored turns, about, stay in it
     */
    RecentSteps(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The whole transcript of that run, or nothing if it is not remembered. */
    Optional<List<Step>> of(String runId) {
        return Optional.ofNullable(byRun.get(runId)).map(Transcript::turns);
    }

    /** That is the whole transcript, of about that size. */
    void remember(String runId, List<Step> turns, long size) {
        forget(runId);
        byRun.put(runId, new Transcript(List.copyOf(turns), size + EACH));
        bytes += size + EACH;
        shrink();
    }

    /** One turn more, if what came before it is remembered; one that is there already is replaced. */
    void add(String runId, Step turn, long size) {
        Transcript known = byRun.get(runId);
        if (known != null) {
            List<Step> turns = new ArrayList<>(known.turns());
            turns.removeIf(earlier -> earlier.step() == turn.step());
            turns.add(turn);
            turns.sort(Comparator.comparingInt(Step::step));
            remember(runId, turns, known.bytes() - EACH + size);
        }
    }

    void forget(String runId) {
        Transcript known = byRun.remove(runId);
        bytes -= known == null ? 0 : known.bytes();
    }

    private void shrink() {
        Iterator<Transcript> oldestFirst = byRun.values().iterator();
        while (bytes > mostBytes && oldestFirst.hasNext()) {
            bytes -= oldestFirst.next().bytes();
            oldestFirst.remove();
        }
    }
}
