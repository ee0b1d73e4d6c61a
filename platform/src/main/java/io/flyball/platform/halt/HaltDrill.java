package io.flyball.platform.halt;

import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.platform.stop.KillSwitch;

/**
 * The kill switch that a drill throws: of a tool that no agent has, so that nothing real is held. A revive begins a drill, a kill is
 * what is proved, another revive ends it.
 */
public final class HaltDrill {
    public static final KillSwitch SWITCH = KillSwitch.tool("flyball-drill");
    /** The channel of its orders; people are not told of each. */
    public static final String CHANNEL = "drill";

    private HaltDrill() {}

    /** Whether that order begins a drill, upon which executors begin a no-op action that its kill must end. */
    public static boolean begins(ControlCommand command) {
        return command.getKind() == ControlKind.REVIVE
                && command.getTarget().equals(SWITCH.key())
                && command.getText() == null;
    }
}
