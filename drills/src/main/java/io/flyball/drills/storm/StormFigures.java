package io.flyball.drills.storm;

import io.flyball.drills.check.Report;
import java.util.List;
import java.util.Map;

/**
 * What a storm has come to.
 *
 * @param found how many alerts some run tells of
 * @param runs how many runs were opened
 * @param ended how many of them have a result
 * @param effects how many effects happened
 * @param effectsTwice how many effects happened more than once
 * @param raisedSeconds from the first alert until the last was accepted
 * @param foundSeconds from the first alert until a run told of the last
 * @param openAtStops how many runs were open at the stops, all together
 * @param stopAnsweredMillis the slowest answer to an emergency stop
 * @param lastEffectMillis how long after a stop was asked for the last effect began; the worst of all stops
 * @param peakMegabytes the most memory that each service had, where the machine tells
 * @param broken one sentence for everything that does not hold
 */
public record StormFigures(
        String drill,
        int alerts,
        int services,
        int found,
        int runs,
        int ended,
        int effects,
        int effectsTwice,
        double raisedSeconds,
        double foundSeconds,
        int stops,
        int openAtStops,
        double stopAnsweredMillis,
        double lastEffectMillis,
        Map<String, Long> peakMegabytes,
        long seed,
        List<String> broken)
        implements Report {

    @Override
    public boolean good() {
        return broken.isEmpty();
    }

    @Override
    public String text() {
        return """
                %s: %s
                  alerts          %,d about %d services, raised in %.1f s
                  found           %,d after %.1f s
                  runs            %d, %d have ended
                  effects         %d, twice %d
                  stops           %d, with %d runs open, answered within %.0f ms; the last effect began %.0f ms after one was asked for
                  peak memory     %s
                  seed            %d%s
                """.formatted(
                        drill,
                        good() ? "every invariant holds" : "BROKEN",
                        alerts,
                        services,
                        raisedSeconds,
                        found,
                        foundSeconds,
                        runs,
                        ended,
                        effects,
                        effectsTwice,
                        stops,
                        openAtStops,
                        stopAnsweredMillis,
                        lastEffectMillis,
                        peakMegabytes.isEmpty() ? "not known here" : peakMegabytes + " MB",
                        seed,
                        good() ? "" : "\n  broken:\n    " + String.join("\n    ", broken));
    }
}
