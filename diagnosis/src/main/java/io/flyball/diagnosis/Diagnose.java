package io.flyball.diagnosis;

import io.flyball.diagnosis.Hypothesis.Found;
import io.flyball.diagnosis.Hypothesis.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds causes against a case. The same case and the same causes always lead to the same diagnosis. */
public final class Diagnose {
    private final Case known;
    private final List<Trial> trials;

    private Diagnose(Case known, List<Cause> causes) {
        this.known = known;
        this.trials = causes.stream()
                .flatMap(cause -> bindings(cause, known).stream().map(values -> Trial.of(cause, values, known)))
                .filter(Trial::isRaised)
                .toList();
    }

    /**
     * What the case says of these causes.
     *
     * @param probes all that can be made for what the case is about; those that were made already are not proposed again
     */
    public static Diagnosis diagnose(Case known, List<Cause> causes, List<Probe> probes) {
        return new Diagnose(known, causes).diagnosis(probes);
    }

    /**
     * A cause about one of several things, {@code $mount}, is held against the case once for each that its first condition finds; while
     * nobody has looked, once for the one that might be found, so that somebody looks.
     */
    private static List<Map<String, String>> bindings(Cause cause, Case known) {
        for (Term term : cause.evidence().must().getFirst().alternatives()) {
            if (term.key() instanceof Term.Key.Bound bound) {
                List<String> keys = term.keys(known, known.known());
                return keys.isEmpty() && known.wouldHaveSeen(term.fact()).isEmpty()
                        ? List.of(known.known())
                        : keys.stream()
                                .map(key -> with(known.known(), bound.variable(), key))
                                .toList();
            }
        }
        return List.of(known.known());
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(name, value);
        return more;
    }

    private Diagnosis diagnosis(List<Probe> probes) {
        List<Hypothesis> supported = new ArrayList<>();
        List<Hypothesis> open = new ArrayList<>();
        List<Hypothesis> refuted = new ArrayList<>();
        List<List<String>> questions = new ArrayList<>();
        for (Trial trial : trials) {
            Hypothesis hypothesis = judged(trial);
            switch (hypothesis.state()) {
                case SUPPORTED -> {
                    supported.add(hypothesis);
                    questions.add(trial.missingRefutations());
                }
                case REFUTED -> refuted.add(hypothesis);
                case OPEN -> {
                    open.add(hypothesis);
                    questions.add(trial.missing());
                }
            }
        }
        open.sort(Comparator.comparingDouble(Hypothesis::confidence).reversed());
        return new Diagnosis(
                supported,
                open.stream().limit(Diagnosis.MOST_OPEN).toList(),
                refuted,
                NextProbes.of(questions, probes, known));
    }

    private Hypothesis judged(Trial trial) {
        if (trial.isRefuted()) {
            return hypothesis(
                    trial, State.REFUTED, trial.refutations().getFirst().says(), 0);
        }
        Optional<Trial> root = trials.stream()
                .filter(other -> other.fits()
                        && other.cause().over().contains(trial.cause().name()))
                .findFirst();
        if (root.isPresent()) {
            return hypothesis(
                    trial,
                    State.REFUTED,
                    "it follows from " + root.get().cause().name(),
                    0);
        }
        if (!trial.fits()) {
            return hypothesis(
                    trial, State.OPEN, "nobody has seen " + String.join(", ", trial.missing()), Confidence.open(trial));
        }
        Set<String> own = ownEvidence(trial);
        return own.isEmpty()
                ? hypothesis(trial, State.OPEN, "what speaks for it fits others as well", Confidence.open(trial))
                : hypothesis(
                        trial, State.SUPPORTED, "nothing else explains what was seen", Confidence.supported(trial));
    }

    /** What speaks for this cause and for no other that is not ruled out. */
    private Set<String> ownEvidence(Trial trial) {
        Set<String> own = new HashSet<>(trial.evidence());
        trials.stream().filter(other -> isRival(other, trial)).forEach(other -> own.removeAll(other.evidence()));
        return own;
    }

    private static boolean isRival(Trial other, Trial trial) {
        return !other.isRefuted()
                && other.isAboutSomething()
                && other.heldMusts() > 0
                && !other.cause().name().equals(trial.cause().name())
                && !trial.cause().over().contains(other.cause().name());
    }

    private static Hypothesis hypothesis(Trial trial, State state, String why, double confidence) {
        Found found = new Found(trial.pro(), trial.refutations(), trial.missing());
        return new Hypothesis(trial.cause(), trial.bindings(), state, found, why, confidence);
    }
}
