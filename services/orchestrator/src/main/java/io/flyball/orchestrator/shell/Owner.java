package io.flyball.orchestrator.shell;

import io.flyball.platform.stop.KillSwitch;
import java.util.List;

/** Whose a run is, as far as a kill switch asks. */
public record Owner(String agent, String tenant) {

    /** The switches that hold its runs. */
    public List<KillSwitch> switches() {
        return List.of(KillSwitch.agent(agent), KillSwitch.tenant(tenant));
    }
}
