package io.flyball.cli.stack;

/** How the services run. */
enum StackMode {
    /** All in one JVM: small and quick. */
    ONE_JVM("one-jvm"),
    /** Each in a JVM of its own with the OpenTelemetry agent, as in production. */
    PROCESSES("processes");

    private final String label;

    StackMode(String label) {
        this.label = label;
    }

    /** As stack.json names it. */
    String label() {
        return label;
    }
}
