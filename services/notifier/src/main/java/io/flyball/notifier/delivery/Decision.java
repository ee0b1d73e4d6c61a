package io.flyball.notifier.delivery;

import java.util.List;

/** The next state, what to do, and why. */
public record Decision(DeliveryState next, List<DeliveryCommand> commands, String why) {

    public Decision {
        commands = List.copyOf(commands);
    }

    static Decision stay(DeliveryState state, String why) {
        return new Decision(state, List.of(), why);
    }
}
