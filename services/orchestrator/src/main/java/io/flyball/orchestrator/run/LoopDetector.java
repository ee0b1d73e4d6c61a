package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.LoopWatch.ActionTrace;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whether a run repeats itself. */
public final class LoopDetector {
    private static final double SIMILAR = 0.85;
    private static final int KEPT_TEXT = 400;

    private LoopDetector() {}

    /** How a run repeats itself. */
    public enum Kind {
        EXACT,
        ALTERNATING,
        NEAR
    }

    /** A repetition, described as the planner is told. */
    record Loop(Kind kind, String description) {}

    static ActionTrace trail(ProposedAction action, int step, int changesBefore) {
        String text = action.tool() + " " + action.argumentsJson();
        return new ActionTrace(
                action.hash(),
                action.tool() + " " + Verb.of(action),
                text.length() <= KEPT_TEXT ? text : text.substring(0, KEPT_TEXT),
                step,
                changesBefore);
    }

    static Optional<Loop> look(List<ActionTrace> recent, ActionTrace next) {
        return exact(recent, next).or(() -> alternating(recent, next)).or(() -> near(recent, next));
    }

    /** The third time in a row, with nothing changed in between: looking again after a change is no loop. */
    private static Optional<Loop> exact(List<ActionTrace> recent, ActionTrace next) {
        boolean repeated = newest(recent, 2).stream()
                        .filter(t ->
                                t.fingerprint().equals(next.fingerprint()) && t.changesBefore() == next.changesBefore())
                        .count()
                == 2;
        return repeated ? loop(Kind.EXACT, "the same action again and again: " + next.text()) : Optional.empty();
    }

    /** A, B, A, B: the very same two actions, or two kinds of change that undo one another. */
    private static Optional<Loop> alternating(List<ActionTrace> recent, ActionTrace next) {
        List<ActionTrace> before = newest(recent, 3);
        if (before.size() < 3) {
            return Optional.empty();
        }
        boolean same = alternates(before, next, ActionTrace::fingerprint)
                && before.getFirst().step() != next.step();
        boolean undone = alternates(before, next, ActionTrace::key) && eachChanged(before, next);
        return same || undone
                ? loop(
                        Kind.ALTERNATING,
                        "two actions in turn: " + before.getLast().key() + " and " + next.key())
                : Optional.empty();
    }

    private static boolean alternates(List<ActionTrace> before, ActionTrace next, Function<ActionTrace, String> by) {
        String a = by.apply(before.get(0));
        String b = by.apply(before.get(1));
        return !a.equals(b) && a.equals(by.apply(before.get(2))) && b.equals(by.apply(next));
    }

    private static boolean eachChanged(List<ActionTrace> before, ActionTrace next) {
        return before.get(0).changesBefore() < before.get(1).changesBefore()
                && before.get(1).changesBefore() < before.get(2).changesBefore()
                && before.get(2).changesBefore() < next.changesBefore();
    }

    /** Three that hardly differ, one step after the other, with nothing changed in between. */
    private static Optional<Loop> near(List<ActionTrace> recent, ActionTrace next) {
        long similar = newest(recent, 3).stream()
                .filter(t -> t.step() != next.step() && t.changesBefore() == next.changesBefore())
                .filter(t -> t.key().equals(next.key()) && !t.fingerprint().equals(next.fingerprint()))
                .filter(t -> Similarity.of(t.text(), next.text()) > SIMILAR)
                .map(ActionTrace::step)
                .distinct()
                .count();
        return similar >= 2 ? loop(Kind.NEAR, "actions that hardly differ: " + next.text()) : Optional.empty();
    }

    private static Optional<Loop> loop(Kind kind, String description) {
        return Optional.of(new Loop(kind, description));
    }

    private static List<ActionTrace> newest(List<ActionTrace> recent, int count) {
        return recent.subList(Math.max(0, recent.size() - count), recent.size());
    }
}
