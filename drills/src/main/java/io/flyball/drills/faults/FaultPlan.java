package io.flyball.drills.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * What is broken and when; the same seed always plans the same. Pure.
 *
 * @param faults in the order in which they strike
 */
public record FaultPlan(List<Fault> faults) {
    private static final int MOST_DELAY_MILLIS = 700;
    private static final int MOST_DOWN_MILLIS = 1_500;

    public FaultPlan {
        faults = List.copyOf(faults);
    }

    /**
     * One fault.
     *
     * @param target what is hit
     * @param afterRuns it strikes when so many runs have been accepted,
     * @param delayMillis and this much later
     * @param downMillis how long what was hit stays away before it is started again
     */
    public record Fault(String target, int afterRuns, int delayMillis, int downMillis) {}

    /** Nothing is broken. */
    public static FaultPlan none() {
        return new FaultPlan(List.of());
    }

    /**
     * Spreads the faults over the runs. Every target is hit equally often, give or take one, in an order of chance; at least
     * one run is opened after the last of them.
     */
    public static FaultPlan of(long seed, int runs, List<String> targets, int count) {
        Random chance = Random.from(new SplittableRandom(seed));
        List<String> order = new ArrayList<>();
        while (order.size() < count) {
            List<String> round = new ArrayList<>(targets);
            Collections.shuffle(round, chance);
            order.addAll(round);
        }
        List<Integer> moments =
                chance.ints(count, 1, Math.max(2, runs)).sorted().boxed().toList();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            faults.add(new Fault(
                    order.get(i), moments.get(i), chance.nextInt(MOST_DELAY_MILLIS), chance.nextInt(MOST_DOWN_MILLIS)));
        }
        return new FaultPlan(faults);
    }

    /** How many runs may be opened while that many faults have struck, so that some are still to come for the others. */
    public int allowedRuns(int struck, int inFlight) {
        return struck >= faults.size() ? Integer.MAX_VALUE : faults.get(struck).afterRuns() + inFlight / 2;
    }
}
