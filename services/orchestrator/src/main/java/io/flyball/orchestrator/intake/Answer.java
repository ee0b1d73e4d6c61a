package io.flyball.orchestrator.intake;

/** What admission answers to an alert. */
sealed interface Answer {

    /** A new run opens. */
    record OpenRun(String runId, String agent) implements Answer {}

    /** The alert joins that run. */
    record JoinRun(String runId, String agent) implements Answer {}

    /** Nothing follows, and this is why. */
    record Nothing(String why) implements Answer {}
}
