package io.flyball.cli.runs;

import io.flyball.cli.runs.Run.Step;
import io.flyball.cli.terminal.Tone;
import java.util.List;

/** One plan decision in words. */
final class StepLines {
    private StepLines() {}

    static List<StoryLine> of(Step step) {
        if (!step.refusal().isEmpty()) {
            return List.of(StoryLine.line(2, "✗", Tone.BAD, "plan decision refused: " + step.refusal()));
        }
        String by = step.decidedBy().isEmpty() ? "" : "  (" + step.decidedBy() + ")";
        // What ends a run belongs to no step.
        String number = step.number() == 0 ? "" : "step " + step.number() + ": ";
        String title = number + what(step.decision()) + by;
        return List.of(StoryLine.line(2, "▸", Tone.STRONG, title), StoryLine.line(4, "", Tone.PLAIN, step.reasoning()));
    }

    private static String what(String decision) {
        return switch (decision) {
            case "ACT" -> "act";
            case "FINISH" -> "finish";
            case "ESCALATE" -> "hand over to a person";
            case "ASK" -> "ask a person";
            case "DELEGATE" -> "delegate";
            default -> decision;
        };
    }
}
