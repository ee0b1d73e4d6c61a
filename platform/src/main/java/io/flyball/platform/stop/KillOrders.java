package io.flyball.platform.stop;

import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The newest order to kill or revive for each switch; one that is read a second time is no news. */
final class KillOrders {
    private final Map<KillSwitch, ControlCommand> newest = new HashMap<>();
    private final Set<String> heard = new HashSet<>();

    /** Takes in an order to kill or revive. */
    void hear(ControlCommand command) {
        if (heard.add(command.getId())) {
            KillSwitch.ofKey(command.getTarget()).ifPresent(target -> newest.put(target, command));
        }
    }

    /** The switch's newest order as a stop, if it kills. */
    Optional<StopState.Stopped> killed(KillSwitch target) {
        return Optional.ofNullable(newest.get(target))
                .filter(order -> order.getKind() == ControlKind.KILL)
                .map(order -> new StopState.Stopped(
                        target.key(),
                        order.getReason(),
                        order.getBy(),
                        order.getAt().toString()));
    }

    /** The newest orders that kill, by kind and name. */
    List<Killed> all() {
        return newest.entrySet().stream()
                .filter(entry -> entry.getValue().getKind() == ControlKind.KILL)
                .map(entry -> killed(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Killed killed) -> killed.target().kind())
                        .thenComparing(killed -> killed.target().name()))
                .toList();
    }

    private static Killed killed(KillSwitch target, ControlCommand order) {
        return new Killed(target, order.getReason(), order.getBy(), order.getChannel(), order.getAt());
    }
}
