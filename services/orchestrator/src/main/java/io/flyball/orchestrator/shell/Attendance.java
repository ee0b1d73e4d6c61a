package io.flyball.orchestrator.shell;

import io.flyball.orchestrator.run.Answerer;
import io.flyball.orchestrator.run.RunEvent;
import io.flyball.orchestrator.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Which runs wait for whom, and what they must hear when nobody is there. Nothing here is kept: after a start all time since a run's last
 * event counts as absence anyway.
 */
final class Attendance {
    /** A restart of a service is nothing to tell people of. */
    static final Duration TOLD_AFTER = Duration.ofSeconds(30);

    private final AttendanceBoard board;
    private final Map<Answerer, Set<String>> waiting = new EnumMap<>(Answerer.class);
    private final Map<Answerer, Set<String>> told = new EnumMap<>(Answerer.class);
    private final Map<Answerer, Instant> gone = new EnumMap<>(Answerer.class);

    Attendance(AttendanceBoard board) {
        this.board = board;
        clear();
    }

    void follow(String runId, RunState state) {
        Set<Answerer> awaited = state.waitsFor();
        waiting.forEach((who, runs) -> {
            if (awaited.contains(who)) {
                runs.add(runId);
            } else {
                runs.remove(runId);
            }
        });
    }

    void drop(String runId) {
        waiting.values().forEach(runs -> runs.remove(runId));
    }

    void clear() {
        for (Answerer who : Answerer.values()) {
            waiting.put(who, new LinkedHashSet<>());
            told.put(who, new LinkedHashSet<>());
        }
        gone.clear();
    }

    /** Tells runs what they must hear now. */
    void look(Instant now, BiConsumer<String, RunEvent> tell) {
        for (Answerer who : Answerer.values()) {
            if (isAskedFor(who)) {
                board.goneSince(who)
                        .ifPresentOrElse(since -> nobody(who, since, now, tell), () -> somebody(who, now, tell));
            }
        }
    }

    private boolean isAskedFor(Answerer who) {
        return !runs(waiting, who).isEmpty() || !runs(told, who).isEmpty() || gone.containsKey(who);
    }

    private void nobody(Answerer who, Instant since, Instant now, BiConsumer<String, RunEvent> tell) {
        gone.put(who, since);
        if (!now.isBefore(since.plus(TOLD_AFTER))) {
            List.copyOf(runs(waiting, who)).stream()
                    .filter(runs(told, who)::add)
                    .forEach(runId -> tell.accept(runId, new RunEvent.NobodyThere(who, since, now)));
        }
    }

    private void somebody(Answerer who, Instant now, BiConsumer<String, RunEvent> tell) {
        Instant since = gone.remove(who);
        if (since == null) {
            return;
        }
        Set<String> heard = Set.copyOf(runs(told, who));
        runs(told, who).clear();
        List.copyOf(runs(waiting, who)).stream()
                .filter(runId -> !heard.contains(runId))
                .forEach(runId -> tell.accept(runId, new RunEvent.EngineBack(since, now)));
        heard.forEach(runId -> tell.accept(runId, new RunEvent.SomebodyBack(who, since, now)));
    }

    /** What that run must hear before anything else, so that the absence is not counted as its time. */
    Optional<RunEvent> before(String runId, Instant now) {
        return gone.entrySet().stream()
                .filter(absent -> runs(waiting, absent.getKey()).contains(runId))
                .<RunEvent>map(absent -> new RunEvent.EngineBack(absent.getValue(), now))
                .findFirst();
    }

    /** Whether what was due for that run at that time may be acted on: whoever should have answered was there. */
    boolean allows(String runId, Instant due) {
        return waiting.entrySet().stream()
                .filter(awaited -> awaited.getValue().contains(runId))
                .allMatch(awaited ->
                        board.goneSince(awaited.getKey()).isEmpty() && board.wasThere(awaited.getKey(), due));
    }

    private static Set<String> runs(Map<Answerer, Set<String>> of, Answerer who) {
        return of.getOrDefault(who, Set.of());
    }
}
