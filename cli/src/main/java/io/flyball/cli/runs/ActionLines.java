package io.flyball.cli.runs;

import static io.flyball.cli.runs.StoryLine.line;

import io.flyball.cli.runs.Run.Verification;
import io.flyball.cli.terminal.Text;
import io.flyball.cli.terminal.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What became of an action, in words. */
final class ActionLines {
    private static final int SHOWN = 12;

    private ActionLines() {}

    static List<StoryLine> proposed(Action action) {
        return List.of(line(4, "→", Tone.PLAIN, action.command()));
    }

    static List<StoryLine> held(Action action) {
        return List.of(
                line(4, "⏸", Tone.WAITING, "held for approval: " + action.command()),
                line(
                        6,
                        "",
                        Tone.PLAIN,
                        "risk " + action.risk() + ", effect " + action.effect() + ": " + action.verdictReason()));
    }

    static List<StoryLine> denied(Action action) {
        return List.of(line(4, "✗", Tone.BAD, "denied: " + action.command() + ": " + action.verdictReason()));
    }

    /** A read that needed nobody's word is no news. */
    static List<StoryLine> allowed(Action action) {
        if (!action.approvedBy().isEmpty()) {
            return List.of(line(4, "✓", Tone.GOOD, "approved by " + action.approvedBy() + ": " + action.command()));
        }
        return action.reads()
                ? List.of()
                : List.of(line(4, "✓", Tone.PLAIN, "allowed: " + action.command() + ": " + action.verdictReason()));
    }

    static List<StoryLine> finished(Action action) {
        boolean well = action.status().equals("SUCCEEDED");
        String time = Figures.time(Duration.ofMillis(action.durationMillis()));
        String how = well ? "" : "  " + action.status() + exit(action);
        List<StoryLine> lines = new ArrayList<>();
        lines.add(line(4, well ? "✓" : "✗", well ? Tone.GOOD : Tone.BAD, action.command() + how + "  " + time));
        if (!action.error().isEmpty()) {
            lines.add(line(6, "", Tone.BAD, action.error()));
        }
        lines.addAll(excerpt(action.output()));
        return lines;
    }

    private static String exit(Action action) {
        return action.exitCode().isEmpty() ? "" : " exit code " + action.exitCode();
    }

    private static List<StoryLine> excerpt(String output) {
        List<String> lines = output.strip().lines().toList();
        List<StoryLine> shown = new ArrayList<>();
        lines.stream().limit(SHOWN).forEach(line -> shown.add(line(6, "│", Tone.FAINT, Text.shorten(line, 300))));
        if (lines.size() > SHOWN) {
            shown.add(line(6, "│", Tone.FAINT, "… and " + (lines.size() - SHOWN) + " lines more"));
        }
        return shown;
    }

    static StoryLine verification(Verification verification) {
        String target = verification.target();
        return switch (verification.state()) {
            case "VERIFIED" -> line(4, "✓", Tone.GOOD, "verified: " + target + " is as intended");
            case "FAILED" -> line(4, "✗", Tone.BAD, "verification failed: " + target);
            default -> line(4, "…", Tone.PLAIN, "verification owed: " + target);
        };
    }
}
