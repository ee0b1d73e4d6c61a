package io.flyball.orchestrator.run;

/** A changed target was seen to work after its last change. */
public record Verification(String target, String actionId) {}
