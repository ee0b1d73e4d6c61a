package io.flyball.spending;

import java.util.List;

/**
 * What came of telling what a call cost.
 *
 * @param counted false if it was told before, so that nothing changed
 * @param crossings thresholds that it crossed, each told once in a period
 */
public record Settled(boolean counted, List<Crossing> crossings) {

    public Settled {
        crossings = List.copyOf(crossings);
    }

    /**
     * A threshold that was reached.
     *
     * @param percent of the limit
     * @param used in the counter's unit
     */
    public record Crossing(Counter counter, int percent, long used, long limit) {}
}
