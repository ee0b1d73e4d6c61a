package io.flyball.governor.stop;

import io.flyball.governor.stop.KeeperCommand.RemoveKey;
import io.flyball.governor.stop.KeeperCommand.ReplaceKey;
import io.flyball.governor.stop.KeeperCommand.RestoreStop;
import io.flyball.governor.stop.KeeperCommand.WriteOrder;
import io.flyball.governor.stop.KeeperEvent.KeyLookedAt;
import io.flyball.governor.stop.KeeperEvent.OrderSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps the key of one kill switch and the orders on agent.control in step; a pure function of state and event. A key can kill by
 * itself and can never revive, as with the emergency stop; but a missing key is how every switch begins, and how it is after a revive.
 */
final class SwitchMachine implements Keeping {
    /** An order that was written and is not seen by then is written again. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final Duration grace;

    /**
     * A keeper of switches.
     *
     * @param grace how long a key may stand without an order
     */
    SwitchMachine(Duration grace) {
        this.grace = grace;
    }

    @Override
    public KeeperDecision decide(KeeperState state, KeeperEvent event) {
        return switch (event) {
            case OrderSeen e -> News.seen(state, e);
            case KeyLookedAt e -> lookedAt(state, e);
        };
    }

    private KeeperDecision lookedAt(KeeperState state, KeyLookedAt event) {
        return switch (event.reading()) {
            case KeyReading.NotReadable _ -> KeeperDecision.to(state, "the key cannot be read, so nothing acts anyway");
            case KeyReading.Missing _ -> News.tellNewest(missing(state), event.at());
            case KeyReading.Held held ->
                News.tellNewest(
                        held.says().stops() ? on(state, held, event.at()) : off(state, held.value()), event.at());
        };
    }

    private static KeeperDecision missing(KeeperState state) {
        Optional<StopOrder> unwritten = state.unwritten().map(KeeperState.Unwritten::says);
        if (unwritten.isPresent()) {
            return KeeperDecision.to(
                    state,
                    "the key is gone, and it killed",
                    new RestoreStop(unwritten.get()),
                    new WriteOrder(unwritten.get()));
        }
        return state.newest()
                .filter(StopOrder::stops)
                .map(kill ->
                        KeeperDecision.to(state, "the key is gone, and the newest order kills", new RestoreStop(kill)))
                .orElseGet(() -> KeeperDecision.to(state, "no key, and no order that kills"));
    }

    private static KeeperDecision off(KeeperState state, String value) {
        Optional<StopOrder> unwritten = state.unwritten().map(KeeperState.Unwritten::says);
        if (unwritten.isPresent()) {
            return KeeperDecision.to(
                    state,
                    "the key killed, and switching it off by hand revives nobody",
                    new ReplaceKey(value, unwritten.get()),
                    new WriteOrder(unwritten.get()));
        }
        return state.newest()
                .filter(StopOrder::stops)
                .map(kill -> KeeperDecision.to(
                        state, "the key is off, and the newest order kills", new ReplaceKey(value, kill)))
                .orElseGet(() -> KeeperDecision.to(state, "the key is off, and no order kills"));
    }

    private KeeperDecision on(KeeperState state, KeyReading.Held held, Instant at) {
        StopOrder says = held.says();
        if (state.isStopOrdered()) {
            StopOrder kill = state.newest().orElseThrow();
            return says.id().equals(kill.id())
                    ? KeeperDecision.to(state.explained(), "key and orders agree")
                    : KeeperDecision.to(
                            state.explained(), "the key does not name its order", new ReplaceKey(held.value(), kill));
        }
        if (state.knows(says.id())) {
            return KeeperDecision.to(
                    state.explained(), "the key names an order that is revived since", new RemoveKey(held.value()));
        }
        return byHand(state, says, at);
    }

    private KeeperDecision byHand(KeeperState state, StopOrder says, Instant at) {
        Optional<KeeperState.Unwritten> known = state.unwritten();
        if (known.isEmpty()) {
            return KeeperDecision.to(
                    state.unwritten(new KeeperState.Unwritten(says, at.plus(grace))),
                    "switched on; its order may still come");
        }
        return at.isBefore(known.get().writeAt())
                ? KeeperDecision.to(
                        state.unwritten(
                                new KeeperState.Unwritten(says, known.get().writeAt())),
                        "its order may still come")
                : KeeperDecision.to(
                        state.unwritten(new KeeperState.Unwritten(says, at.plus(AGAIN))),
                        "switched on by hand",
                        new WriteOrder(says));
    }
}
