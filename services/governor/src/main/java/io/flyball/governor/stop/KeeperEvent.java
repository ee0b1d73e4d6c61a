package io.flyball.governor.stop;

import java.time.Instant;

/** What the keeper hears of. */
sealed interface KeeperEvent {

    /** The key was looked at, after agent.control had been read to its end. */
    record KeyLookedAt(KeyReading reading, Instant at) implements KeeperEvent {}

    /**
     * An order stands on agent.control.
     *
     * @param live whether it was written after the governor's start
     */
    record OrderSeen(StopOrder order, boolean live) implements KeeperEvent {}
}
