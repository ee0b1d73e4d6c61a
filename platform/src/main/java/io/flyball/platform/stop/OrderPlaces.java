package io.flyball.platform.stop;

import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.schemas.grant.StopEpoch;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where the newest order to each target stands on agent.control. Compaction keeps the newest, so whoever reads the topic to its end
 * knows the same places, also of an order that was written twice.
 */
final class OrderPlaces {
    private static final Set<ControlKind> COUNTED =
            EnumSet.of(ControlKind.EMERGENCY_STOP, ControlKind.EMERGENCY_RELEASE, ControlKind.KILL, ControlKind.REVIVE);

    private final Map<String, Long> newest = new HashMap<>();

    /** Takes in an order; what stops and releases nothing is passed over. */
    void hear(ControlCommand command, long place) {
        if (COUNTED.contains(command.getKind())) {
            // One more than its place, so that 0 is left for none.
            newest.merge(command.getTarget(), place + 1, Math::max);
        }
    }

    StopEpoch epoch(Collection<KillSwitch> switches) {
        return new StopEpoch(
                of(StopOrders.TARGET),
                newest(switches, KillSwitch.Kind.AGENT),
                newest(switches, KillSwitch.Kind.TOOL),
                newest(switches, KillSwitch.Kind.TENANT));
    }

    private long newest(Collection<KillSwitch> switches, KillSwitch.Kind kind) {
        return switches.stream()
                .filter(one -> one.kind() == kind)
                .mapToLong(one -> of(one.key()))
                .max()
                .orElse(0);
    }

    /** The epoch of the newest order to that target; 0 if there is none. */
    long of(String target) {
        return newest.getOrDefault(target, 0L);
    }
}
