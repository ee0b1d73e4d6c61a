package io.flyball.governor.stop;

import java.util.Optional;

/** What the keeper does. */
sealed interface KeeperCommand {

    /** Make the key, inactive, unless somebody else made it; it names the release that is the newest order. */
    record SeedKey(Optional<StopOrder> release) implements KeeperCommand {}

    /** Make the key again, active as it was, unless somebody else made it. */
    record RestoreStop(StopOrder stop) implements KeeperCommand {}

    /** Put the order into the key in place of that value, unless somebody else has changed it. */
    record ReplaceKey(String value, StopOrder by) implements KeeperCommand {}

    /** Remove the key if it still holds that value. */
    record RemoveKey(String value) implements KeeperCommand {}

    /** Write the order, a stop, on agent.control. */
    record WriteOrder(StopOrder order) implements KeeperCommand {}

    /** Tell everybody. */
    record TellEverybody(StopOrder order) implements KeeperCommand {}
}
