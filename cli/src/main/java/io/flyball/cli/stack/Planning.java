package io.flyball.cli.stack;

import java.util.Locale;

/** Which planner decides, in the words of the planner's property {@code flyball.planner.mode}. */
enum Planning {
    /** The model where one is configured, else the runbook. */
    AUTO,
    RUNBOOK,
    MODEL;

    /** As people type it and as stack.json names it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
