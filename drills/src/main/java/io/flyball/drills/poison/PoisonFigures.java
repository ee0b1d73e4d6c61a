package io.flyball.drills.poison;

import io.flyball.drills.check.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What such a drill has come to.
 *
 * @param ended how many of the good runs have ended
 * @param answers how many bodies were answered with which status; 0 is a record on a topic, which nobody answers
 * @param accepted how many things were accepted: a body may have several alerts
 * @param lost what was accepted, and is neither a run nor a dead letter
 * @param failed what was answered with 5xx
 * @param deadLetters how many records are dead letters
 * @param unready services that are not ready at the end
 * @param seconds from the first body until everything had settled
 */
public record PoisonFigures(
        String drill,
        int runs,
        int ended,
        Map<Integer, Integer> answers,
        int accepted,
        List<String> lost,
        List<String> failed,
        int deadLetters,
        List<String> unready,
        double seconds,
        long seed)
        implements Report {

    /** One sentence for everything that does not hold. */
    public List<String> broken() {
        List<String> broken = new ArrayList<>();
        if (ended < runs) {
            broken.add((runs - ended) + " good runs have not ended");
        }
        lost.forEach(what -> broken.add("accepted, and neither a run nor a dead letter: " + what));
        failed.forEach(what -> broken.add("answered as if the suite were at fault: " + what));
        unready.forEach(service -> broken.add("not ready: " + service));
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
                  good runs       %d, %d have ended
                  answers         %s
                  accepted        %d alerts, runs and records, %d lost
                  dead letters    %d
                  settled after   %.1f s
                  seed            %d%s
                """.formatted(
                        drill,
                        good() ? "every invariant holds" : "BROKEN",
                        runs,
                        ended,
                        answers,
                        accepted,
                        lost.size(),
                        deadLetters,
                        seconds,
                        seed,
                        good() ? "" : "\n  broken:\n    " + String.join("\n    ", broken()));
    }
}
