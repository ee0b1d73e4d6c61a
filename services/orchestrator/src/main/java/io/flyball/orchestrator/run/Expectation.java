package io.flyball.orchestrator.run;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a read must show to count as evidence; the tool executor compares it with the whole output, and the read fails if it is
 * not met.
 *
 * @param text what the output is compared with; empty with SUCCEEDS
 */
public record Expectation(Kind kind, String text) {

    /** How the output is compared. */
    public enum Kind {
        SUCCEEDS,
        CONTAINS,
        LACKS,
        MATCHES
    }

    static String words(List<Expectation> all) {
        return all.stream().map(Expectation::words).collect(Collectors.joining(", "));
    }

    private String words() {
        return switch (kind) {
            case SUCCEEDS -> "the check succeeds";
            case CONTAINS -> "contains \"" + text + "\"";
            case LACKS -> "lacks \"" + text + "\"";
            case MATCHES -> "matches " + text;
        };
    }
}
