package io.flyball.orchestrator.admission;

import java.util.List;

/**
 * Why a run waits.
 *
 * @param reason which cap is reached
 * @param behind runs that hold the places it waits for, oldest first, some of them
 * @param until what must happen, or until when it waits at the latest
 * @param position runs that would open before it if places came free now
 */
record Obstacle(String reason, List<String> behind, String until, int position) {
    Obstacle {
        behind = List.copyOf(behind);
    }
}
