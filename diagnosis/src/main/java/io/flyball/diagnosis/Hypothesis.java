package io.flyball.diagnosis;

import java.util.List;
import java.util.Map;

/**
 * A possible cause, with what speaks for it and against it.
 *
 * @param bindings which of several things it is about, and all that was known
 * @param why why its state is what it is, in words
 * @param confidence from 0 to 1, by the rule of {@link Confidence}
 */
public record Hypothesis(
        Cause cause, Map<String, String> bindings, State state, Found found, String why, double confidence) {

    /** How a hypothesis stands. */
    public enum State {
        SUPPORTED,
        OPEN,
        REFUTED
    }

    /**
     * What was found.
     *
     * @param pro answers that speak for it
     * @param contra answers that speak against it
     * @param missing names of facts that nobody has seen
     */
    public record Found(List<Answer.Holds> pro, List<Answer> contra, List<String> missing) {
        public Found {
            pro = List.copyOf(pro);
            contra = List.copyOf(contra);
            missing = List.copyOf(missing);
        }
    }

    public Hypothesis {
        bindings = Map.copyOf(bindings);
    }

    /** The hypothesis in one sentence. */
    public String says() {
        return cause.says().told(bindings);
    }
}
