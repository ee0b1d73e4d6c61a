package io.flyball.governor.stop;

/** What the keeper does. */
sealed interface KeeperCommand {

    /** Make the key, inactive, unless somebody else made it. */
    record SeedKey() implements KeeperCommand {}

    /** Make the key again, active as it was, unless somebody else made it. */
    record RestoreStop(StopOrder stop) implements KeeperCommand {}

    /** Write the order on agent.control. */
    record WriteOrder(StopOrder order) implements KeeperCommand {}

    /** Tell everybody. */
    record TellEverybody(StopOrder order) implements KeeperCommand {}
}
