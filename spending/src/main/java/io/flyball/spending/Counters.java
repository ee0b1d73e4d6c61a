package io.flyball.spending;

import java.util.List;
import java.util.Map;

/** Where spending is counted. Each of these is one step: nobody sees or does anything in between. */
public interface Counters {

    /** Sets aside in all budgets, or in none. */
    HoldAnswer hold(Hold hold);

    /**
     * Holds once more what a call under way took before everything was lost, whatever there is room for. Nothing if it is known.
     */
    void adopt(Hold hold);

    /**
     * Replaces what is held for that call by what it cost; also after it was abandoned. Once for each call.
     *
     * @param counters those of the hold
     */
    Settled settle(String call, List<Counter> counters, Charge actual);

    /**
     * Makes the counters show at least what the ledger says. After a loss this is what lets spending go on.
     *
     * @param spent by counter, in its unit
     */
    void rebuild(Map<Counter, Long> spent);

    /** Whether counters can be believed: they were rebuilt since they were last lost. */
    boolean isReady();

    /**
     * Lets that budget have more until its period ends; one that never begins anew for 30 days.
     *
     * @param to the limit from now on, in the counter's unit
     * @return false if it has as much already, so that nothing changed
     */
    boolean raise(Counter counter, long to);

    /** How that budget stands. */
    Standing standing(Counter counter);

    /**
     * How a budget stands.
     *
     * @param limit what holds now, raises included
     */
    record Standing(long used, long held, long limit) {}
}
