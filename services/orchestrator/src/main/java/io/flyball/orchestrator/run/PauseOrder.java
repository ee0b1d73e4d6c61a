package io.flyball.orchestrator.run;

import org.jspecify.annotations.Nullable;

/**
 * Who paused a run and why.
 *
 * @param takenOver whether a person goes on by hand, so that nothing of the step is begun any more
 */
public record PauseOrder(String by, String reason, boolean takenOver) {

    /** Whether a person goes on by hand. */
    static boolean byHand(@Nullable PauseOrder order) {
        return order != null && order.takenOver();
    }
}
