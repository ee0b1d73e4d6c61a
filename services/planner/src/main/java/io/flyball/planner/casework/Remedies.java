package io.flyball.planner.casework;

import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.Situation;
import java.util.Map;
import java.util.Optional;

/** Runbooks that undo causes. */
public interface Remedies {

    /** What that runbook wants next with these inputs; empty if the agent has no such runbook. */
    Optional<Decision> next(String runbook, Situation situation, Map<String, String> inputs);
}
