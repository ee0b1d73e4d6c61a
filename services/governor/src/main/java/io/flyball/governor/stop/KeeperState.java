package io.flyball.governor.stop;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the keeper knows.
 *
 * @param newest the newest order on agent.control
 * @param ids of all orders that were seen there
 * @param told id of the order that people were last told of; empty before the first
 * @param unwritten a stop in the key that no order on agent.control explains
 * @param awaited the order that an inactive key names and that has not come
 */
record KeeperState(
        Optional<StopOrder> newest, Set<String> ids, String told, Optional<Unwritten> unwritten, Awaited awaited) {
    private static final Awaited NOTHING = new Awaited("", Instant.MIN);

    KeeperState {
        ids = Set.copyOf(ids);
    }

    /**
     * A stop without an order.
     *
     * @param says what the key says
     * @param writeAt when the order is written by the governor, unless it appears before
     */
    record Unwritten(StopOrder says, Instant writeAt) {}

    /**
     * An order that should come.
     *
     * @param id empty if none should
     * @param until when it is no longer waited for
     */
    record Awaited(String id, Instant until) {}

    static KeeperState initial() {
        return new KeeperState(Optional.empty(), Set.of(), "", Optional.empty(), NOTHING);
    }

    boolean isStopOrdered() {
        return newest.map(StopOrder::stops).orElse(false);
    }

    boolean knows(String id) {
        return ids.contains(id);
    }

    /** A stop that was ordered explains a key that says so, and a release after it ends it; an earlier release does not. */
    KeeperState ordered(StopOrder order) {
        return new KeeperState(
                Optional.of(order),
                Stream.concat(ids.stream(), Stream.of(order.id())).collect(Collectors.toSet()),
                told,
                unwritten.filter(change ->
                        !order.stops() && order.at().isBefore(change.says().at())),
                awaited);
    }

    KeeperState told(StopOrder order) {
        return new KeeperState(newest, ids, order.id(), unwritten, awaited);
    }

    KeeperState unwritten(Unwritten change) {
        return new KeeperState(newest, ids, told, Optional.of(change), awaited);
    }

    KeeperState explained() {
        return new KeeperState(newest, ids, told, Optional.empty(), NOTHING);
    }

    KeeperState awaiting(String id, Instant until) {
        return new KeeperState(newest, ids, told, unwritten, new Awaited(id, until));
    }
}
