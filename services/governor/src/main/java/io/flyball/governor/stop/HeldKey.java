package io.flyball.governor.stop;

import io.flyball.governor.stop.KeeperCommand.ReplaceKey;
import io.flyball.governor.stop.KeeperCommand.WriteOrder;
import io.flyball.governor.stop.KeeperState.Unwritten;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What follows from a key that is there. A key can stop by itself; it can never release: a release is an order on
 * agent.control, and the key merely names it.
 */
final class HeldKey {
    /** An order that was written and is not seen by then is written again. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final Duration grace;

    HeldKey(Duration grace) {
        this.grace = grace;
    }

    KeeperDecision decide(KeeperState state, KeyReading.Held held, Instant at) {
        return held.says().stops() ? active(state, held, at) : inactive(state, held, at);
    }

    private KeeperDecision active(KeeperState state, KeyReading.Held held, Instant at) {
        StopOrder says = held.says();
        if (state.isStopOrdered()) {
            return KeeperDecision.to(state.explained(), "key and orders agree");
        }
        if (state.knows(says.id())) {
            return state.newest()
                    .map(release -> KeeperDecision.to(
                            state.explained(),
                            "the key names a stop that has been released since: this Redis is an old one",
                            new ReplaceKey(held.value(), release)))
                    .orElseGet(() -> KeeperDecision.to(state, "the key and its order agree"));
        }
        Optional<Unwritten> known = state.unwritten();
        if (known.isEmpty()) {
            return KeeperDecision.to(
                    state.unwritten(new Unwritten(says, at.plus(grace))), "changed; its order may still come");
        }
        return at.isBefore(known.get().writeAt())
                ? KeeperDecision.to(
                        state.unwritten(new Unwritten(says, known.get().writeAt())), "its order may still come")
                : KeeperDecision.to(
                        state.unwritten(new Unwritten(says, at.plus(AGAIN))), "changed by hand", new WriteOrder(says));
    }

    private KeeperDecision inactive(KeeperState state, KeyReading.Held held, Instant at) {
        Optional<StopOrder> unwritten = state.unwritten().map(Unwritten::says);
        if (unwritten.isPresent()) {
            return stillToCome(state, held, at)
                    .orElseGet(() -> KeeperDecision.to(
                            state,
                            "the key held a stop, and setting it inactive by hand is no release",
                            new ReplaceKey(held.value(), unwritten.get()),
                            new WriteOrder(unwritten.get())));
        }
        // A key that is inactive before anybody ordered anything is how every installation begins.
        Optional<StopOrder> newest = state.newest();
        if (newest.isEmpty() || newest.get().releases(held.says().id())) {
            return KeeperDecision.to(state.explained(), "key and orders agree");
        }
        return stillToCome(state, held, at)
                .orElseGet(() -> KeeperDecision.to(
                        state,
                        "the key says inactive and does not name the newest order",
                        new ReplaceKey(held.value(), newest.get())));
    }

    /** The order that the key names may be on its way; until it has come nothing acts, so there is time. */
    private Optional<KeeperDecision> stillToCome(KeeperState state, KeyReading.Held held, Instant at) {
        String named = held.says().id();
        if (named.isEmpty() || state.knows(named)) {
            return Optional.empty();
        }
        if (!named.equals(state.awaited().id())) {
            return Optional.of(KeeperDecision.to(state.awaiting(named, at.plus(grace)), "its order may still come"));
        }
        return at.isBefore(state.awaited().until())
                ? Optional.of(KeeperDecision.to(state, "its order may still come"))
                : Optional.empty();
    }
}
