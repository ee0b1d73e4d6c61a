package io.flyball.drills.stoprace;

import java.util.List;

/** What the trials have come to so far; moments are {@link System#nanoTime} in this process, which is the effect server's too. */
final class StopRaceTally {
    private static final double NANOS = 1e6;

    private int startsAfter;
    private int trialsWithStarts;
    private double latestMillis;
    private double slowestTreesMillis;
    private long treesLeft;

    /**
     * One trial.
     *
     * @param stopped when whoever set the stop was told that it is set
     * @param moments when effects began, in all trials
     * @param treesGone nanoseconds until no process was left
     * @param left processes that were there at the end of the trial
     */
    void add(long stopped, List<Long> moments, long treesGone, long left) {
        List<Long> after = moments.stream().filter(moment -> moment > stopped).toList();
        startsAfter += after.size();
        trialsWithStarts += after.isEmpty() ? 0 : 1;
        latestMillis = Math.max(
                latestMillis,
                after.stream()
                        .mapToDouble(moment -> (moment - stopped) / NANOS)
                        .max()
                        .orElse(0));
        slowestTreesMillis = Math.max(slowestTreesMillis, treesGone / NANOS);
        treesLeft += left;
    }

    int startsAfter() {
        return startsAfter;
    }

    int trialsWithStarts() {
        return trialsWithStarts;
    }

    double latestMillis() {
        return Math.round(latestMillis * 10) / 10.0;
    }

    double slowestTreesMillis() {
        return Math.round(slowestTreesMillis * 10) / 10.0;
    }

    long treesLeft() {
        return treesLeft;
    }

    String text() {
        return startsAfter + " effects began after one";
    }
}
