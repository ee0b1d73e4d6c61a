package io.flyball.cli.runs;

import io.flyball.cli.runs.Run.HandOver;
import io.flyball.cli.terminal.Tone;
import java.util.ArrayList;
import java.util.List;

/** How a run ended, in words. */
final class Ending {
    private Ending() {}

    static List<StoryLine> of(Run run) {
        List<StoryLine> lines = new ArrayList<>();
        String time = Figures.between(run.openedAt(), run.closedAt());
        String after = time.isEmpty() ? "" : "  after " + time;
        lines.add(StoryLine.line(0, "●", Tone.of(run.outcome()), run.outcome() + after));
        HandOver handOver = run.handOver();
        // A hand-over says the same again, and more.
        add(lines, "", run.summary().equals(handOver.known()) ? "" : run.summary());
        add(lines, "cause: ", run.rootCause());
        add(lines, "reason: ", run.reason().equals(handOver.reason()) ? "" : run.reason());
        handOver(lines, handOver);
        return lines;
    }

    private static void handOver(List<StoryLine> lines, HandOver handOver) {
        add(lines, "hand-over: ", handOver.reason());
        add(lines, "known: ", handOver.known());
        handOver.nextSteps().forEach(next -> add(lines, "next: ", next));
    }

    private static void add(List<StoryLine> lines, String title, String text) {
        if (!text.isEmpty()) {
            lines.add(StoryLine.line(2, "", Tone.PLAIN, title + text));
        }
    }
}
