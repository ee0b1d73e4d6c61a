package io.flyball.diagnosis;

import java.util.List;
import java.util.Optional;

/**
 * What a case says of the causes.
 *
 * @param supported causes that are there
 * @param open at most five, the likeliest first
 * @param refuted causes that something spoke for and that were ruled out
 * @param next probes that would tell the open ones apart, the most telling first
 */
public record Diagnosis(List<Hypothesis> supported, List<Hypothesis> open, List<Hypothesis> refuted, List<Probe> next) {
    /** More open hypotheses than these help nobody. */
    public static final int MOST_OPEN = 5;

    public Diagnosis {
        supported = List.copyOf(supported);
        open = List.copyOf(open);
        refuted = List.copyOf(refuted);
        next = List.copyOf(next);
    }

    /** The one cause, where just one is supported. */
    public Optional<Hypothesis> verdict() {
        return supported.size() == 1 ? Optional.of(supported.getFirst()) : Optional.empty();
    }
}
