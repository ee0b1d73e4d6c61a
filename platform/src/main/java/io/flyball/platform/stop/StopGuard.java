package io.flyball.platform.stop;

/** Asked afresh immediately before anything acts. */
public interface StopGuard {

    /** What the emergency stop and that agent's kill switch say now; Unknown if the answer takes too long. */
    StopState check(String agent);

    /** What the emergency stop alone says now. */
    StopState checkAll();
}
