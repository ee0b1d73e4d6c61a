package io.flyball.planner.runbook;

import io.flyball.planner.plan.AlertFacts;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which alerts a runbook is for.
 *
 * @param alert must match the whole alert name
 * @param labels must match the named labels whole; a missing label counts as empty
 */
public record Trigger(Pattern alert, Map<String, Pattern> labels) {

    /** Every alert. */
    public static final Trigger ANY = new Trigger(Pattern.compile("(?s).*"), Map.of());

    /** No alert at all: a remedy is followed where a cause names it. */
    public static final Trigger NONE = new Trigger(Pattern.compile("(?!)"), Map.of());

    public Trigger {
        labels = Map.copyOf(labels);
    }

    /** Whether the runbook is for that alert. */
    boolean fits(AlertFacts facts) {
        return alert.matcher(facts.name()).matches()
                && labels.entrySet().stream()
                        .allMatch(wanted -> wanted.getValue()
                                .matcher(facts.labels().getOrDefault(wanted.getKey(), ""))
                                .matches());
    }

    @Override
    public String toString() {
        return alert.pattern()
                + labels.entrySet().stream()
                        .map(label -> " " + label.getKey() + "=~" + label.getValue())
                        .sorted()
                        .collect(Collectors.joining());
    }
}
