package io.flyball.platform.stop;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Asked afresh immediately before anything acts. */
public interface StopGuard {

    /** What the emergency stop and that agent's kill switch say now; Unknown if the answer takes too long. */
    StopState check(String agent);

    /** The same for each of those agents, at one moment where that can be done. */
    default Map<String, StopState> checkEach(Collection<String> agents) {
        Map<String, StopState> states = new HashMap<>();
        agents.forEach(agent -> states.put(agent, check(agent)));
        return states;
    }

    /** What the emergency stop alone says now. */
    StopState checkAll();
}
