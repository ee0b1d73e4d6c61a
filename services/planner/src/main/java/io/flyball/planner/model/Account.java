package io.flyball.planner.model;

import io.flyball.spending.Charge;
import java.time.Duration;

/** What pays for the model calls of one request. */
@FunctionalInterface
public interface Account {

    /** Told of every call that must be paid, at once. */
    void paid(ModelCall call);

    /**
     * Sets aside what a call may cost, in every budget that it concerns; called before each call. Without budgets there is always
     * enough.
     *
     * @param lease after which the call counts as abandoned
     * @throws BudgetExhausted if a budget has no room
     * @throws NoTimeLeft if nobody can say what was spent
     */
    default Reservation reserve(Charge most, Duration lease) {
        return _ -> {};
    }

    /** What was set aside for one call. */
    @FunctionalInterface
    interface Reservation {

        /** Replaces it by what the call did cost. */
        void settle(Charge actual);
    }
}
