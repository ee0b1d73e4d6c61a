package io.flyball.governor.stop;

import io.flyball.governor.stop.KeeperCommand.RestoreStop;
import io.flyball.governor.stop.KeeperCommand.SeedKey;
import io.flyball.governor.stop.KeeperCommand.WriteOrder;
import io.flyball.governor.stop.KeeperEvent.KeyLookedAt;
import io.flyball.governor.stop.KeeperEvent.OrderSeen;
import io.flyball.governor.stop.KeeperState.Unwritten;
import java.time.Duration;
import java.util.Optional;

/** Keeps the key in Redis and the orders on agent.control in step; a pure function of state and event. */
final class KeeperMachine implements Keeping {
    private final HeldKey key;

    /**
     * A keeper.
     *
     * @param grace how long a changed key may stand without an order
     */
    KeeperMachine(Duration grace) {
        this.key = new HeldKey(grace);
    }

    @Override
    public KeeperDecision decide(KeeperState state, KeeperEvent event) {
        return switch (event) {
            case OrderSeen e -> News.seen(state, e);
            case KeyLookedAt e -> lookedAt(state, e);
        };
    }

    private KeeperDecision lookedAt(KeeperState state, KeyLookedAt event) {
        KeeperDecision decision = switch (event.reading()) {
            case KeyReading.NotReadable _ -> KeeperDecision.to(state, "the key cannot be read, so nothing acts anyway");
            case KeyReading.Missing _ -> missing(state);
            case KeyReading.Held held -> key.decide(state, held, event.at());
        };
        return event.reading() instanceof KeyReading.NotReadable ? decision : News.tellNewest(decision, event.at());
    }

    /** A stop that was seen in the key but not yet written down counts as ordered. */
    private static KeeperDecision missing(KeeperState state) {
        Optional<StopOrder> unwritten = state.unwritten().map(Unwritten::says);
        if (unwritten.isPresent()) {
            return KeeperDecision.to(
                    state,
                    "the key is gone, and it held a stop",
                    new RestoreStop(unwritten.get()),
                    new WriteOrder(unwritten.get()));
        }
        return state.newest()
                .filter(StopOrder::stops)
                .map(stop -> KeeperDecision.to(
                        state, "the key is gone, and a stop is the newest order", new RestoreStop(stop)))
                .orElseGet(() -> KeeperDecision.to(
                        state, "the key is gone, and no stop is ordered", new SeedKey(state.newest())));
    }
}
