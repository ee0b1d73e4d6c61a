package io.flyball.orchestrator.shell;

import io.flyball.platform.stop.StopState;

/** What the emergency stop and the kill switches said at the last look; asking costs nothing. */
public interface StopBoard {

    /** Whether the runs of that owner may act: the stop, and the kill switches of agent and tenant. */
    StopState of(Owner owner);
}
