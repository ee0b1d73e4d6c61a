package io.flyball.planner.casework;

import java.util.Map;
import java.util.Optional;

/** What the agent may do. */
public interface Reach {

    /** Why it may not make that call, as far as its definition says; empty if nothing speaks against it. */
    Optional<String> objection(String tool, Map<String, Object> arguments);

    /** What a call touches, as far as its tool says. */
    Optional<String> target(String tool, Map<String, Object> arguments);
}
