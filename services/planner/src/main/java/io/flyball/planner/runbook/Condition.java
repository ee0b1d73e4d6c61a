package io.flyball.planner.runbook;

import java.util.Map;

/** An expression over what is known. */
public interface Condition {

    /**
     * Whether it holds.
     *
     * @param facts {@code alert}, {@code inputs}, {@code vars} and {@code steps}, each a map
     * @throws CannotGoOn if it cannot be said, for example because it names something that is not there
     */
    boolean holds(Map<String, Object> facts);

    /** As it is written. */
    String text();
}
