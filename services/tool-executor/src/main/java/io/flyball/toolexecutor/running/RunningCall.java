package io.flyball.toolexecutor.running;

import io.flyball.toolexecutor.claim.ClaimRequest;
import io.flyball.toolexecutor.process.Ending;

/**
 * A call that runs, or is about to.
 *
 * @param runId its run
 * @param claim by which it may run
 * @param ending tells it to end
 */
public record RunningCall(String runId, ClaimRequest claim, Ending ending) {}
