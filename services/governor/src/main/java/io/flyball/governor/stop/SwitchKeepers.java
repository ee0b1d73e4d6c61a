package io.flyball.governor.stop;

import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.platform.stop.KillSwitch;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A keeper for each kill switch that an order or a key speaks of. */
final class SwitchKeepers {
    private final Function<KillSwitch, StopKeeper> make;
    private final SwitchScan scan;
    private final Map<KillSwitch, StopKeeper> keepers = new HashMap<>();

    SwitchKeepers(Function<KillSwitch, StopKeeper> make, SwitchScan scan) {
        this.make = make;
        this.scan = scan;
    }

    /** Hears of an order on agent.control. */
    synchronized void hear(ControlCommand command, boolean live) {
        if (command.getKind() == ControlKind.KILL || command.getKind() == ControlKind.REVIVE) {
            KillSwitch.ofKey(command.getTarget())
                    .ifPresent(target -> keeper(target).hear(command, live));
        }
    }

    /**
     * Looks at the keys.
     *
     * @param ordersAreKnown whether agent.control has been read to its end
     */
    synchronized void look(BooleanSupplier ordersAreKnown) {
        if (ordersAreKnown.getAsBoolean()) {
            scan.next().forEach(this::keeper);
            keepers.values().forEach(keeper -> keeper.look(ordersAreKnown));
        }
    }

    private StopKeeper keeper(KillSwitch target) {
        return keepers.computeIfAbsent(target, make);
    }
}
