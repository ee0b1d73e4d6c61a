package io.flyball.schemas.audit;

import java.time.Instant;

/** A time from its first instant to before its end. */
public record Period(Instant from, Instant until) {
    public static final Period ALWAYS = new Period(Instant.MIN, Instant.MAX);
    public static final Period NEVER = new Period(Instant.MAX, Instant.MAX);

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
