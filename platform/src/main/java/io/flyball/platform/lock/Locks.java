package io.flyball.platform.lock;

import java.time.Duration;

/** Locks on resources. A crash is the end of a lease; see docs/decisions/0015-locks-with-fencing.md. */
public interface Locks {

    /** Asks for all resources at once, so that two who want the same ones cannot wait for each other. */
    LockAnswer acquire(LockRequest request, Duration lease);

    /** Says that the owner still needs them; also how a token is checked. */
    Renewal renew(LockRequest request, long token, Duration lease);

    /** Gives them back. What cannot be given back now runs out by itself. */
    void release(LockRequest request, long token);

    /** Makes sure that a later loss of all locks will be noticed; does nothing if that cannot be done now. */
    void witness();
}
