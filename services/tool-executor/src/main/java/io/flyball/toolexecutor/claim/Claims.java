package io.flyball.toolexecutor.claim;

import java.util.Optional;

/** Who has begun which action, and how it ended. */
public interface Claims {

    /**
     * How the action stands; changes nothing.
     *
     * @throws ClaimsUnreachable if nobody can say
     */
    Standing look(ClaimRequest request);

    /** Looks at the stop and claims the action, both in one step. */
    Ticket start(ClaimRequest request);

    /** Says that the attempt still runs. Does nothing if it cannot be said. */
    void renew(ClaimRequest request);

    /**
     * Records how it ended. A result that another attempt recorded before stays.
     *
     * @return the result that stands
     * @throws ClaimsUnreachable if it cannot be recorded now
     */
    String finish(ClaimRequest request, String result);

    /**
     * Records that nobody will ever know; whoever began it may still say better.
     *
     * @return the result that stands
     * @throws ClaimsUnreachable if it cannot be recorded now
     */
    String giveUp(ClaimRequest request, String result);

    /** Takes the claim back, because the attempt never started anything. Does nothing if that cannot be done. */
    void release(ClaimRequest request);

    /** Makes sure that a later loss of the claims will be noticed; empty when done, else why not. */
    Optional<String> witness();
}
