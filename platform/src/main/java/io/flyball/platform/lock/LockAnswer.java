package io.flyball.platform.lock;

import java.time.Instant;

/** What came of asking for locks. */
public sealed interface LockAnswer {

    /**
     * They are the owner's.
     *
     * @param token greater than every one that was ever given for any of these resources
     */
    record Granted(long token) implements LockAnswer {}

    /**
     * Another one has the first of them that is not free.
     *
     * @param holder who, for people
     * @param until when its lease runs out, unless it is renewed
     */
    record Held(String resource, String holder, Instant until) implements LockAnswer {}

    /** Nobody can say who has them, so nobody gets them. */
    record Unclear(String why) implements LockAnswer {}
}
