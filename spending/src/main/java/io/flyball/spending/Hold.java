package io.flyball.spending;

import java.time.Duration;
import java.util.List;

/**
 * What shall be set aside before a call.
 *
 * @param call the call's id; it can be held and settled once
 * @param counters all of which must have room
 * @param most what it can cost at most
 * @param lease after which it counts as abandoned
 */
public record Hold(String call, List<Counter> counters, Charge most, Duration lease) {

    public Hold {
        counters = List.copyOf(counters);
        if (!lease.isPositive()) {
            throw new IllegalArgumentException("a lease is positive, not " + lease);
        }
    }
}
