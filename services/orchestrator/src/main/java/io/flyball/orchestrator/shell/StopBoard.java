package io.flyball.orchestrator.shell;

import io.flyball.platform.stop.StopState;

/** What the emergency stop and the kill switches said at the last look; asking costs nothing. */
public interface StopBoard {

    /** Whether that agent may act: the stop and its own kill switch. */
    StopState of(String agent);
}
