package io.flyball.planner.runbook;

import io.flyball.planner.plan.Owed;
import io.flyball.planner.plan.PastAction;
import io.flyball.planner.plan.Situation;
import io.flyball.planner.plan.Verdict;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of earlier actions, by label; each result counts once, in order, so that a step can be done again. */
final class Results {
    /** A call that never ran is proposed again, but not for ever. */
    private static final int FRUITLESS = 3;

    private final Map<String, Deque<PastAction>> byLabel = new HashMap<>();
    private final Set<String> owedBy;

    Results(Situation situation) {
        owedBy = situation.obligations().stream().map(Owed::actionId).collect(Collectors.toSet());
        for (PastAction action : situation.pastActions()) {
            String label = action.label();
            if (label != null) {
                byLabel.computeIfAbsent(label, _ -> new ArrayDeque<>()).add(action);
            }
        }
    }

    /** The next result of the calls with that label that has not counted yet. */
    Result next(String label) {
        Deque<PastAction> left = byLabel.getOrDefault(label, new ArrayDeque<>());
        for (int fruitless = 1; !left.isEmpty(); fruitless++) {
            PastAction action = left.remove();
            Result result = read(action);
            if (!(result instanceof Result.NotYet)) {
                return result;
            }
            if (fruitless == FRUITLESS) {
                return new Result.Failed(action);
            }
        }
        return new Result.NotYet();
    }

    private Result read(PastAction action) {
        return switch (action.status()) {
            case null -> action.verdict() == Verdict.DENY ? new Result.Denied(action) : new Result.NotYet();
            case SUCCEEDED, DRY_RUN -> new Result.Done(action);
            case FAILED, TIMED_OUT, REFUSED, CANCELLED -> new Result.Failed(action);
            case STARTED, WAITING, UNKNOWN -> action.changes() ? new Result.Unclear(action) : new Result.NotYet();
            // The orchestrator owes a verification only for what had started before it was stopped.
            case STOPPED ->
                action.changes() && owedBy.contains(action.actionId())
                        ? new Result.Unclear(action)
                        : new Result.NotYet();
        };
    }
}
