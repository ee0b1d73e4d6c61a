package io.flyball.console.trace;

/** Where handlers find the trace of their request. */
public final class TraceOfRequest {
    /** The request attribute that holds the OpenTelemetry context. */
    public static final String ATTRIBUTE = "trace";

    private TraceOfRequest() {}
}
