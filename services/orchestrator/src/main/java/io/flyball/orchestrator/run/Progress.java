package io.flyball.orchestrator.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where a run stands, in words: for the planner with every request, and for people who take over. */
public final class Progress {
    private Progress() {}

    /** The objective, what has been done, what is owed and what is left. */
    public static String of(Run run) {
        Remaining left = run.remaining();
        List<String> lines = new ArrayList<>();
        lines.add("Objective: " + run.spec().goal());
        lines.add(done(run));
        lines.add(
                run.owed().isEmpty()
                        ? "Verifications owed: none."
                        : "Verifications owed: " + targets(run) + ". Read each before you finish.");
        if (!FollowUps.standing(run).isEmpty()) {
            lines.add(FollowUps.standing(run));
        }
        if (!run.tally().changes().isEmpty()) {
            lines.add("After the last change, look at the alert's own symptom again: there may be a second fault.");
        }
        lines.add("Left: " + left.steps() + " steps, " + left.llmCalls() + " model calls, " + left.actions()
                + " actions, " + left.tokens() + " tokens, $" + Dollars.of(left.costMicros()) + ", "
                + left.activeTime().toSeconds() + " s.");
        return String.join("\n", lines);
    }

    /** What is known when a person takes over. */
    static String known(Run run) {
        return done(run)
                + (run.owed().isEmpty() ? "" : " Not verified: " + targets(run) + ".")
                + (run.findings().isEmpty() ? "" : " Specialists: " + findings(run) + ".")
                + (FollowUps.standing(run).isEmpty() ? "" : " " + FollowUps.standing(run))
                + (run.found() == null || run.found().isBlank() ? "" : " The planner last said: " + run.found());
    }

    private static String done(Run run) {
        Tally used = run.tally();
        String changes = used.changes().isEmpty()
                ? "nothing was changed"
                : "changed: " + used.changes().keySet().stream().sorted().collect(Collectors.joining(", "));
        String verified = run.verified().isEmpty()
                ? ""
                : "; verified: "
                        + run.verified().stream().map(Verification::target).collect(Collectors.joining(", "));
        return "So far: " + used.steps() + " steps, " + used.actions() + " actions, " + changes + verified + ".";
    }

    private static String targets(Run run) {
        return run.owed().stream()
                .map(o -> o.target()
                        + (o.failures() == 0
                                ? ""
                                : " (failed " + o.failures() + " of "
                                        + (run.spec().limits().repairs() + 1) + " times)"))
                .collect(Collectors.joining(", "));
    }

    private static String findings(Run run) {
        return run.findings().stream().map(f -> f.name() + " " + f.outcome()).collect(Collectors.joining(", "));
    }
}
