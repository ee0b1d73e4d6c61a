package io.flyball.drills.stoprace;

import io.flyball.drills.check.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What such a drill has come to.
 *
 * @param disturbances how often each of them
 * @param calls how many calls were sent
 * @param effects how many effects began, by the effect server's log
 * @param governedAgain how often something was proposed again, because a stop or an old grant kept it from starting
 * @param startsAfterStop effects that began after whoever set the stop was told that it is set, by the effect server's clock
 * @param trialsWithStarts in how many trials
 * @param latestMillis how long after that the latest began
 * @param slowestTreesMillis the longest time from that moment (or from when the frozen executor went on) until no process of an action was left
 * @param treesLeft processes that were there at the end of a trial
 * @param seconds how long all trials took
 */
public record StopRaceFigures(
        String drill,
        int trials,
        Map<Disturbance, Integer> disturbances,
        int calls,
        int effects,
        int governedAgain,
        int startsAfterStop,
        int trialsWithStarts,
        double latestMillis,
        double slowestTreesMillis,
        long treesLeft,
        double seconds,
        long seed)
        implements Report {
    private static final double SECOND = 1_000;

    /** One sentence for everything that does not hold. */
    public List<String> broken() {
        List<String> broken = new ArrayList<>();
        if (startsAfterStop > 0) {
            broken.add(
                    startsAfterStop + " effects began after a stop was set, the latest " + latestMillis + " ms after");
        }
        if (slowestTreesMillis > SECOND) {
            broken.add("processes lived for " + slowestTreesMillis + " ms after a stop");
        }
        if (treesLeft > 0) {
            broken.add(treesLeft + " processes were left at the end of a trial");
        }
        return List.copyOf(broken);
    }

    @Override
    public boolean good() {
        return broken().isEmpty();
    }

    @Override
    public String text() {
        return """
                %s: %s
                  stops           %d, with %s
                  changes         %d calls, %d effects; %d times governed again
                  after a stop    %d effects began, in %d trials, the latest after %.1f ms
                  processes       all gone after %.1f ms at most, %d left
                  took            %.1f s
                  seed            %d%s
                """.formatted(
                        drill,
                        good() ? "every invariant holds" : "BROKEN",
                        trials,
                        disturbances,
                        calls,
                        effects,
                        governedAgain,
                        startsAfterStop,
                        trialsWithStarts,
                        latestMillis,
                        slowestTreesMillis,
                        treesLeft,
                        seconds,
                        seed,
                        good() ? "" : "\n  broken:\n    " + String.join("\n    ", broken()));
    }
}
