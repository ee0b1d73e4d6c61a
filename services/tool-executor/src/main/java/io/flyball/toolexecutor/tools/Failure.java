package io.flyball.toolexecutor.tools;

/** What kind of failure it was. */
public enum Failure {
    /** Trying again may help. */
    TRANSIENT,
    /** Somebody has to change a setting or a permission. */
    CONFIG,
    /** Trying again never helps. */
    BUG,
    /** What the tool depends on is out. */
    EXTERNAL
}
