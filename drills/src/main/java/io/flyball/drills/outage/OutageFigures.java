package io.flyball.drills.outage;

import io.flyball.drills.check.Report;
import java.util.List;
import java.util.Map;

/**
 * What one part of the drill has come to.
 *
 * @param awaySeconds how long it was away
 * @param open how many open runs the outage met in which state
 * @param alerts what was raised meanwhile
 * @param ends how everything ended
 * @param backSeconds from the moment at which it was started again until the first run moved
 * @param settledSeconds from the same moment until everything had ended
 * @param broken one sentence for everything that does not hold
 */
public record OutageFigures(
        String part,
        double awaySeconds,
        Map<String, Integer> open,
        Alerts alerts,
        Ends ends,
        double backSeconds,
        double settledSeconds,
        List<String> broken)
        implements Report {

    /**
     * New alerts.
     *
     * @param accepted how many the console took
     * @param resolved how many of them, and of the open runs' alerts, resolved meanwhile
     * @param answers how many answers of the console had which status; 0 is none at all
     * @param slowestAnswerSeconds the slowest of them
     */
    public record Alerts(int accepted, int resolved, Map<Integer, Integer> answers, double slowestAnswerSeconds) {}

    /**
     * How it ended.
     *
     * @param accepted runs and alerts that were accepted, before and meanwhile
     * @param ended how many of them have exactly one result
     * @param outcomes how many ended in which way
     * @param onlyVerified how many whose alert had resolved ended without a change
     * @param effectsTwice how many effects happened more than once
     */
    public record Ends(int accepted, int ended, Map<String, Integer> outcomes, int onlyVerified, int effectsTwice) {}

    @Override
    public boolean good() {
        return broken.isEmpty();
    }

    @Override
    public String text() {
        return """
                outage of the %s: %s
                  away            %.0f s
                  open runs       %s
                  new alerts      %d taken; answers %s, the slowest after %.1f s
                  resolved        %d meanwhile, %d only verified
                  ended           %d of %d %s
                  effects twice   %d
                  back            first run moved after %.1f s, all ended after %.1f s%s
                """.formatted(
                        part,
                        good() ? "every invariant holds" : "BROKEN",
                        awaySeconds,
                        open,
                        alerts.accepted(),
                        alerts.answers(),
                        alerts.slowestAnswerSeconds(),
                        alerts.resolved(),
                        ends.onlyVerified(),
                        ends.ended(),
                        ends.accepted(),
                        ends.outcomes(),
                        ends.effectsTwice(),
                        backSeconds,
                        settledSeconds,
                        good() ? "" : "\n  broken:\n    " + String.join("\n    ", broken));
    }
}
