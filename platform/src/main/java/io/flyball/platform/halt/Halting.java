package io.flyball.platform.halt;

import java.util.Set;

/** What an order of stop ends in a service. A service that starts or approves something has one; with it, it signs and answers. */
@FunctionalInterface
public interface Halting {

    /**
     * What runs now, and what was ended lately and stands in no receipt yet. Asked again until nothing is left of what ran.
     *
     * @param target of the order: the emergency stop's or a kill switch's key
     */
    HaltWork of(String target);

    /** Those stand in a receipt now. */
    default void answered(Set<String> ended) {}
}
