package io.flyball.planner.prompt;

import io.flyball.planner.plan.ManifestPhase;
import io.flyball.planner.plan.OutsideText;
import io.flyball.planner.plan.Owed;
import io.flyball.planner.plan.PastAction;
import io.flyball.planner.plan.PastTurn;
import io.flyball.planner.plan.Remaining;
import io.flyball.planner.plan.Situation;
import io.flyball.planner.plan.SpecialistFinding;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a run stands, in words. */
final class Standing {
    private static final int LINE = 300;
    private static final int GOAL = 1_000;
    private static final int PROGRESS = 2_000;
    private static final int FINDING = 4_000;
    private static final int BACKGROUND = 6_000;

    private Standing() {}

    static Map<String, String> of(Situation situation, Quoted quoted) {
        return Map.of(
                "goal", quoted.quote("goal", situation.goal(), GOAL),
                "mode", situation.dryRun() ? "dry run: changes are described, not made" : "changes are made",
                "progress", progress(situation, quoted),
                "obligations", lines(situation.obligations().stream().map(Standing::owed)),
                "limits", limits(situation.remaining()),
                "hints", lines(situation.hints().stream().map(Standing::line)),
                "background", background(situation, quoted),
                "findings", findings(situation, quoted),
                "manifest", lines(situation.manifest().stream().map(Standing::phase)));
    }

    /** Deployments and other runs are described in words from outside. */
    private static String background(Situation situation, Quoted quoted) {
        String lines = lines(situation.background().stream().map(Standing::line));
        return situation.background().isEmpty() ? lines : quoted.quote("background", lines, BACKGROUND);
    }

    private static String progress(Situation situation, Quoted quoted) {
        String turns = lines(situation.turns().stream().map(Standing::turn));
        return situation.progress().isBlank()
                ? turns
                : quoted.quote("progress", situation.progress().strip(), PROGRESS) + "\n" + turns;
    }

    /** Another planner wrote them, after it had read text from outside: data, like everything from outside. */
    private static String findings(Situation situation, Quoted quoted) {
        List<String> findings = situation.findings().stream()
                .map(finding -> "- " + finding.name() + " by " + finding.agent() + ": " + finding.outcome()
                        + ", confidence " + finding.confidence() + "\n"
                        + quoted.quote("finding " + finding.name(), told(finding), FINDING))
                .toList();
        return findings.isEmpty() ? "- nothing" : String.join("\n", findings);
    }

    private static String told(SpecialistFinding finding) {
        return finding.summary() + "\ntried: " + String.join("; ", finding.approaches()) + "\nfailed: "
                + String.join("; ", finding.errors());
    }

    private static String phase(ManifestPhase phase) {
        String after = phase.dependsOn().isEmpty() ? "" : ", after " + String.join(", ", phase.dependsOn());
        return phase.name() + ": " + phase.state() + after;
    }

    private static String turn(PastTurn turn) {
        String what = turn.actions().isEmpty()
                ? turn.kind().name()
                : turn.actions().stream().map(Standing::action).collect(Collectors.joining(", "));
        return "step " + turn.step() + ": " + what + (turn.refusal() == null ? "" : " (refused)");
    }

    private static String action(PastAction action) {
        String target = action.target() == null ? "" : " on " + line(action.target());
        return action.tool() + target + " " + outcome(action);
    }

    static String outcome(PastAction action) {
        if (action.status() != null) {
            return action.status().name();
        }
        return action.verdict() == null ? "NOT CALLED" : action.verdict().name();
    }

    private static String owed(Owed owed) {
        return line(owed.target()) + ", changed by " + owed.actionId()
                + (owed.hint() == null ? "" : ": " + owed.hint());
    }

    private static String limits(Remaining left) {
        return left.steps() + " steps, " + left.actions() + " actions, " + left.llmCalls() + " model calls, "
                + left.tokens() + " tokens, " + left.activeMillis() / 1_000 + " s of work.";
    }

    private static String line(String text) {
        return OutsideText.excerpt(text.replace('\n', ' '), LINE);
    }

    private static String lines(Stream<String> items) {
        List<String> lines = items.map(item -> "- " + item).toList();
        return lines.isEmpty() ? "- nothing" : String.join("\n", lines);
    }
}
