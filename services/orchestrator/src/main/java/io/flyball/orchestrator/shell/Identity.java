package io.flyball.orchestrator.shell;

/**
 * What every record about a run needs, even when the run has ended and its state no longer says.
 *
 * @param traceparent the run's own span
 */
record Identity(String tenant, String agent, String environment, String traceparent) {

    /** The run's trace, 32 hex digits; empty if it has none. */
    String traceId() {
        String[] parts = traceparent.split("-", -1);
        return parts.length == 4 ? parts[1] : "";
    }
}
