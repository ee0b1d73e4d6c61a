package io.flyball.planner.plan;

/**
 * What a read must show to count as evidence; the tool executor compares it with the read's whole output.
 *
 * @param text what the output is compared with; empty with SUCCEEDS
 */
public record Expectation(Kind kind, String text) {
    /** The tool is itself a check: its success is the finding. */
    public static final Expectation SUCCESS = new Expectation(Kind.SUCCEEDS, "");

    /** How the output is compared. */
    public enum Kind {
        SUCCEEDS,
        CONTAINS,
        LACKS,
        MATCHES
    }

    /** @throws IllegalArgumentException if there is nothing to compare with */
    public Expectation {
        text = kind == Kind.SUCCEEDS ? "" : text;
        if (kind != Kind.SUCCEEDS && text.isBlank()) {
            throw new IllegalArgumentException("nothing is said that the output should be compared with");
        }
    }
}
