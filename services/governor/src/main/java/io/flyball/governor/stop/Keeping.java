package io.flyball.governor.stop;

/** Decides what keeps a key in Redis and its orders in step; pure. */
@FunctionalInterface
interface Keeping {
    KeeperDecision decide(KeeperState state, KeeperEvent event);
}
