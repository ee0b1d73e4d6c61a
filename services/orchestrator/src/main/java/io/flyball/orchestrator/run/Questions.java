package io.flyball.orchestrator.run;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run has asked the planner. A hold, a pause or a given-up wait takes no question back: its answer may still come, is paid for, and
 * is used if it is about the step at hand.
 *
 * @param step the step of the newest question; 0 before the first
 * @param asked number of the newest question of that step
 * @param open ids of the questions without an answer, oldest first
 */
public record Questions(int step, int asked, List<String> open) {
    static final Questions NONE = new Questions(0, 0, List.of());

    /** Older ones are given up for good; no run has so many. */
    private static final int REMEMBERED = 20;

    public Questions {
        open = List.copyOf(open);
    }

    /** One more question about that step. Older states did not number questions, but attempts, so none is numbered below its attempt. */
    Questions next(String runId, int newStep, int attempt) {
        int number = Math.max(newStep == step ? asked + 1 : 1, attempt);
        return new Questions(newStep, number, open).with(id(runId, newStep, number));
    }

    /** A question that an older version asked. */
    Questions including(int itsStep, int attempt, String requestId) {
        return new Questions(itsStep, itsStep == step ? Math.max(asked, attempt) : attempt, open).with(requestId);
    }

    private Questions with(String requestId) {
        if (open.contains(requestId)) {
            return this;
        }
        List<String> more = new ArrayList<>(open);
        more.add(requestId);
        return new Questions(step, asked, more.subList(Math.max(0, more.size() - REMEMBERED), more.size()));
    }

    /** The question has its answer. */
    Questions answered(String requestId) {
        return new Questions(
                step, asked, open.stream().filter(id -> !id.equals(requestId)).toList());
    }

    String newest(String runId) {
        return id(runId, step, asked);
    }

    static boolean isAbout(String runId, int step, String requestId) {
        return requestId.startsWith(prefix(runId, step));
    }

    private static String id(String runId, int step, int number) {
        return prefix(runId, step) + number;
    }

    private static String prefix(String runId, int step) {
        return runId + ":p" + step + ".";
    }
}
