package io.flyball.diagnosis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/** One cause held against a case: every condition with its answer. */
record Trial(
        Cause cause, Map<String, String> bindings, List<Answer> must, List<Answer> speaksFor, List<Answer> against) {

    static Trial of(Cause cause, Map<String, String> bindings, Case known) {
        return new Trial(
                cause,
                bindings,
                ask(cause.evidence().must(), known, bindings),
                ask(cause.evidence().speaksFor(), known, bindings),
                ask(cause.evidence().against(), known, bindings));
    }

    private static List<Answer> ask(List<Condition> conditions, Case known, Map<String, String> bindings) {
        return conditions.stream()
                .map(condition -> condition.ask(known, bindings))
                .toList();
    }

    /** What makes it impossible. */
    List<Answer> refutations() {
        List<Answer> found = new ArrayList<>();
        must.stream().filter(Answer.Fails.class::isInstance).forEach(found::add);
        against.stream().filter(Answer.Holds.class::isInstance).forEach(found::add);
        return found;
    }

    boolean isRefuted() {
        return !refutations().isEmpty();
    }

    /** Whether all that must be seen is seen, and nothing refutes it. */
    boolean fits() {
        return !isRefuted() && must.stream().allMatch(Answer.Holds.class::isInstance);
    }

    /** Whether anything at all speaks for it; one of which nothing does is not worth a word. */
    boolean isRaised() {
        return !pro().isEmpty();
    }

    List<Answer.Holds> pro() {
        List<Answer.Holds> found = new ArrayList<>();
        must.forEach(answer -> addHolding(answer, found));
        speaksFor.forEach(answer -> addHolding(answer, found));
        return found;
    }

    private static void addHolding(Answer answer, List<Answer.Holds> found) {
        if (answer instanceof Answer.Holds holds) {
            found.add(holds);
        }
    }

    /** Whether the one of several things that it is about is known; while it is not, nobody has looked. */
    boolean isAboutSomething() {
        return bindings.keySet().containsAll(cause.variables());
    }

    long heldMusts() {
        return must.stream().filter(Answer.Holds.class::isInstance).count();
    }

    /** What somebody has seen that speaks for it: facts by their ids, and what was looked for and is not there. */
    Set<String> evidence() {
        Set<String> evidence = new HashSet<>();
        for (Answer.Holds holds : pro()) {
            holds.facts().stream().filter(fact -> fact.origin().isSeen()).forEach(fact -> evidence.add(fact.id()));
            evidence.addAll(holds.absent());
        }
        return evidence;
    }

    /** Names of facts that would tell and that nobody has seen. */
    List<String> missing() {
        SequencedSet<String> names = new LinkedHashSet<>();
        must.forEach(answer -> addUnknown(answer, names));
        against.forEach(answer -> addUnknown(answer, names));
        speaksFor.forEach(answer -> addUnknown(answer, names));
        return List.copyOf(names);
    }

    /** Names of facts that could refute it and that nobody has seen. */
    List<String> missingRefutations() {
        SequencedSet<String> names = new LinkedHashSet<>();
        against.forEach(answer -> addUnknown(answer, names));
        return List.copyOf(names);
    }

    private static void addUnknown(Answer answer, Set<String> names) {
        if (answer instanceof Answer.Unknown unknown) {
            names.addAll(unknown.facts());
        }
    }

    long unknownRefutations() {
        return against.stream().filter(Answer.Unknown.class::isInstance).count();
    }
}
