package io.flyball.platform.stop;

/** The looks at the stop, counted: what began after an order was known has seen it, and so has everybody who hears of looks. */
public interface Looks {

    /** How many have begun. */
    long begun();

    /** How many are over, with everybody told. */
    long completed();

    /** Wants one now. */
    void nudge();
}
