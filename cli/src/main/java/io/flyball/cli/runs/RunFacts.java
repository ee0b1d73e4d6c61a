package io.flyball.cli.runs;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The head of a run's page. */
public final class RunFacts {
    private RunFacts() {}

    static List<String> lines(Run run, URI console) {
        List<String> lines = new ArrayList<>();
        add(lines, "run", run.id());
        add(lines, "agent", run.agent());
        add(lines, "goal", run.goal());
        add(
                lines,
                "alert",
                String.join(
                        " ",
                        run.alert().name(),
                        run.alert().service(),
                        run.alert().severity()));
        add(lines, "status", String.join(" ", run.status(), run.outcome()));
        add(lines, "opened", Figures.second(run.openedAt()));
        add(lines, "closed", Figures.second(run.closedAt()));
        add(lines, "cost", cost(run.spent()));
        add(lines, "trace", run.traceId());
        add(lines, "transcript", transcript(console, run));
        return lines;
    }

    /** What the run has cost and for what. */
    public static String cost(Run.Spent spent) {
        return Figures.dollars(spent.micros()) + " for " + spent.llmCalls() + " model calls, " + spent.tokens()
                + " tokens";
    }

    /** Where the transcript is. */
    public static String transcript(URI console, Run run) {
        return console + "/runs/" + run.id() + "/transcript";
    }

    private static void add(List<String> lines, String title, String value) {
        if (!value.isBlank()) {
            lines.add("%-11s %s".formatted(title, value.strip()));
        }
    }
}
