package io.flyball.drills.check;

import java.util.List;
import java.util.Map;

/**
 * What a drill prints.
 *
 * @param runs what was accepted
 * @param ended how many of them have exactly one result
 * @param stuck how many of them have none
 * @param effectsTwice how many effects happened more than once
 * @param gaps how many runs have events that do not follow one another
 * @param outcomes how many ended in which way
 * @param faults how many faults were injected, by what was hit
 * @param seconds from the first run to the last check
 * @param deadLetters records that some service could not work on
 * @param broken one sentence for every invariant that does not hold
 */
public record Figures(
        String drill,
        int runs,
        int ended,
        int stuck,
        int effectsTwice,
        int gaps,
        Map<String, Integer> outcomes,
        Map<String, Integer> faults,
        Recovery recoveryMillis,
        double seconds,
        int deadLetters,
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
                  runs accepted   %d
                  ended           %d %s
                  stuck           %d
                  effects twice   %d
                  gaps            %d
                  faults          %s
                  recovery        p50 %d ms, max %d ms (%d measured)
                  dead letters    %d
                  took            %.1f s
                  seed            %d%s
                """.formatted(
                        drill,
                        good() ? "every invariant holds" : "BROKEN",
                        runs,
                        ended,
                        outcomes,
                        stuck,
                        effectsTwice,
                        gaps,
                        faults,
                        recoveryMillis.p50(),
                        recoveryMillis.max(),
                        recoveryMillis.measured(),
                        deadLetters,
                        seconds,
                        seed,
                        sentences());
    }

    private String sentences() {
        return good() ? "" : "\n  broken:\n    " + String.join("\n    ", broken);
    }
}
