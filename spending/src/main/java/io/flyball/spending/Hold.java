package io.flyball.spending;

import java.time.Duration;
import java.util.List;

/**
 * What shall be set aside before a call.
 *
 * @param call the call's id; it can be held and settled once
 * @param counters all of which must have room
 * @param most what it can cost at most
 * @param lease after which it counts as abandoned: nobody knows what it did cost, so it counts with its most
 * @param record what the ledger is told of a call that was abandoned; empty for nothing
 */
public record Hold(String call, List<Counter> counters, Charge most, Duration lease, String record) {

    /** One of which the ledger is told nothing if it is abandoned. */
    public Hold(String call, List<Counter> counters, Charge most, Duration lease) {
        this(call, counters, most, lease, "");
    }

    public Hold {
        counters = List.copyOf(counters);
        if (!lease.isPositive()) {
            throw new IllegalArgumentException("a lease is positive, not " + lease);
        }
    }
}
