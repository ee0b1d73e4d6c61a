package io.flyball.orchestrator.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What specialists found, put together. */
final class Findings {
    private static final double UNSURE = 0.6;

    private Findings() {}

    /** By source; conflicts and uncertainties are named. */
    static String together(List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        lines.add("Specialists have reported:");
        findings.forEach(f -> lines.add("- " + f.name() + " (" + f.agent() + "): " + f.outcome() + ". " + f.summary()));
        if (findings.stream().map(Finding::outcome).distinct().count() > 1) {
            lines.add("Conflict: they ended differently; weigh them before you conclude.");
        }
        String unsure = findings.stream()
                .filter(f -> f.confidence() < UNSURE)
                .map(Finding::name)
                .collect(Collectors.joining(", "));
        if (!unsure.isEmpty()) {
            lines.add("Uncertain: " + unsure + ".");
        }
        return String.join("\n", lines);
    }

    /** For a person: which specialist failed twice, what the others found, what to do next. */
    static HandOver handOver(RunState.Delegating s) {
        DelegatedStep failed = s.tasks().stream()
                .filter(t -> t.over() && !t.verified() && t.state() instanceof DelegatedStep.State.Reported)
                .findFirst()
                .orElseThrow();
        return new HandOver(
                "the specialist " + failed.agent() + " failed twice at " + failed.name(),
                together(s.run().findings()),
                List.of("Look at the run " + failed.childRunId() + ".", "Go on by hand with " + failed.name() + "."));
    }

    static String progress(RunState.Delegating s, Instant at) {
        long minutes = Duration.between(s.startedAt(), at).toMinutes();
        return "After " + minutes + " min: "
                + s.tasks().stream().map(Findings::line).collect(Collectors.joining("; "));
    }

    private static String line(DelegatedStep task) {
        return task.name()
                + switch (task.state()) {
                    case DelegatedStep.State.Waiting _ -> " waits";
                    case DelegatedStep.State.Running _ -> " is with " + task.agent();
                    case DelegatedStep.State.Reported r -> ": " + r.finding().outcome();
                    case DelegatedStep.State.Dropped d -> " was dropped: " + d.why();
                };
    }
}
