package io.flyball.platform.stop;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asked afresh immediately before anything acts. */
public interface StopGuard {

    /** What the emergency stop and those kill switches say now, the first that is on; Unknown if the answer takes too long. */
    StopState check(Collection<KillSwitch> switches);

    /** What the emergency stop and each of those say, at one moment where that can be done. */
    default Map<KillSwitch, StopState> checkEach(Collection<KillSwitch> switches) {
        Map<KillSwitch, StopState> states = new HashMap<>();
        switches.forEach(one -> states.put(one, check(List.of(one))));
        return states;
    }

    /** What the emergency stop alone says now. */
    default StopState checkAll() {
        return check(List.of());
    }
}
