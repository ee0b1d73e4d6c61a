package io.flyball.planner.model;

import io.flyball.spending.Charge;
import java.time.Duration;
import java.util.UUID;

/** What pays for the model calls of one request. */
@FunctionalInterface
public interface Account {

    /** Told of every call that must be paid, at once. */
    void paid(ModelCall call);

    /** A name for the next call, that no other call of this request has, in whatever planner it is made. */
    default String nextCall() {
        return UUID.randomUUID().toString();
    }

    /**
     * Sets aside what a call may cost, in every budget that it concerns; called before each call. Without budgets there is always
     * enough.
     *
     * @param atMost the call as it would be if it cost the most, with the id that it will be paid under
     * @param lease after which the call counts as abandoned
     * @throws BudgetExhausted if a budget has no room
     * @throws NoTimeLeft if nobody can say what was spent
     */
    default Reservation reserve(ModelCall atMost, Charge most, Duration lease) {
        return _ -> {};
    }

    /** What was set aside for one call. */
    @FunctionalInterface
    interface Reservation {

        /** Replaces it by what the call did cost. */
        void settle(Charge actual);
    }
}
