package io.flyball.platform.lock;

/** What came of renewing locks. */
public enum Renewal {
    /** They are still the owner's, for another lease. */
    KEPT,
    /** Another one has had at least one of them, or they were forgotten. */
    LOST,
    /** Nobody can say now. */
    UNKNOWN
}
