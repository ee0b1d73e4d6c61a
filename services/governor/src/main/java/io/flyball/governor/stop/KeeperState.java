package io.flyball.governor.stop;

import java.time.Instant;
import java.util.Optional;

/**
 * What the keeper knows.
 *
 * @param newest the newest order on agent.control
 * @param told id of the order that people were last told of; empty before the first
 * @param unwritten a change of the key that no order on agent.control explains
 */
record KeeperState(Optional<StopOrder> newest, String told, Optional<Unwritten> unwritten) {

    /**
     * A change of the key without an order.
     *
     * @param says what the key says
     * @param writeAt when the order is written by the governor, unless it appears before
     */
    record Unwritten(StopOrder says, Instant writeAt) {}

    static KeeperState initial() {
        return new KeeperState(Optional.empty(), "", Optional.empty());
    }

    boolean isStopOrdered() {
        return newest.map(StopOrder::stops).orElse(false);
    }

    /** An order explains a change of the key that said the same; one that said the opposite is still unexplained. */
    KeeperState ordered(StopOrder order) {
        return new KeeperState(
                Optional.of(order),
                told,
                unwritten.filter(change -> change.says().stops() != order.stops()));
    }

    KeeperState told(StopOrder order) {
        return new KeeperState(newest, order.id(), unwritten);
    }

    KeeperState unwritten(Unwritten change) {
        return new KeeperState(newest, told, Optional.of(change));
    }

    KeeperState explained() {
        return new KeeperState(newest, told, Optional.empty());
    }
}
