package io.flyball.governor.stop;

import io.flyball.governor.stop.KeeperCommand.TellEverybody;
import io.flyball.governor.stop.KeeperEvent.OrderSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which orders are news, and of which people are told. */
final class News {
    /** An older order from before the start is no news; the mark that people were told outlives this. */
    private static final Duration NEWS = Duration.ofDays(1);

    private News() {}

    static KeeperDecision seen(KeeperState state, OrderSeen event) {
        if (state.knows(event.order().id())) {
            return KeeperDecision.to(state, "an order that is known, read again");
        }
        KeeperState next = state.ordered(event.order());
        return event.live()
                ? KeeperDecision.to(next.told(event.order()), "a new order", new TellEverybody(event.order()))
                : KeeperDecision.to(next, "an order from before the start");
    }

    /** People may not have been told of the order that was newest at the start. */
    static KeeperDecision tellNewest(KeeperDecision decision, Instant at) {
        KeeperState state = decision.next();
        return state.newest()
                .filter(order -> !order.id().equals(state.told()))
                .filter(order -> order.at().isAfter(at.minus(NEWS)))
                .map(order -> {
                    List<KeeperCommand> commands = new ArrayList<>(decision.commands());
                    commands.add(new TellEverybody(order));
                    return new KeeperDecision(state.told(order), commands, decision.why());
                })
                .orElse(decision);
    }
}
