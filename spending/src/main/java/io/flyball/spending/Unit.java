package io.flyball.spending;

/** What a budget is counted in. */
public enum Unit {
    TOKENS("tokens"),
    /** Millionths of a US dollar. */
    MICRO_DOLLARS("micro-dollars");

    private final String label;

    Unit(String label) {
        this.label = label;
    }

    /** As records and people name it. */
    public String label() {
        return label;
    }
}
