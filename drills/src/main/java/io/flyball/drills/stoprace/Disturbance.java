package io.flyball.drills.stoprace;

/** What else goes wrong around a stop. */
public enum Disturbance {
    /** Nothing; the stop is a bare SET of the key in Redis. */
    BARE_SET,
    /** Nothing; the stop is ordered at the console. */
    NONE,
    /** Redis is killed and started again with its data. */
    REDIS_KILLED,
    /** Redis forgets everything. */
    REDIS_FLUSHED,
    /** Redis comes back with files from before the stop, in which the key names a release. */
    REDIS_OLDER,
    /** Somebody sets the key inactive by hand. */
    RELEASED_BY_HAND,
    /** The executor is frozen before the stop and goes on a second and a half after it. */
    EXECUTOR_FROZEN
}
