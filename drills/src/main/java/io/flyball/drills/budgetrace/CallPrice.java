package io.flyball.drills.budgetrace;

/** What a call costs by the provider's own list, told apart from the suite's price book on purpose. */
final class CallPrice {
    static final String PROVIDER = "anthropic";
    static final String MODEL = "claude-sonnet-4-5";
    private static final long INPUT = 3;
    private static final long OUTPUT = 15;

    private CallPrice() {}

    /** Micro-dollars: three and fifteen dollars for a million tokens are three and fifteen micro-dollars for one. */
    static long micros(long input, long output) {
        return input * INPUT + output * OUTPUT;
    }
}
