package io.flyball.planner.model;

import io.flyball.planner.plan.Situation;
import io.flyball.platform.stop.KillSwitch;
import java.util.Set;

/** For whom a model is asked. */
record Asker(String agent, String tenant) {

    static Asker of(Situation situation) {
        return new Asker(situation.agent(), situation.tenant());
    }

    /** What can forbid it beside the emergency stop. */
    Set<KillSwitch> switches() {
        return Set.of(KillSwitch.agent(agent), KillSwitch.tenant(tenant));
    }
}
