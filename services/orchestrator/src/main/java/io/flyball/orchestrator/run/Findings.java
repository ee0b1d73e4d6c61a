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

    /** What those say that have reported. */
    static List<Finding> of(List<DelegatedStep> tasks) {
        return tasks.stream()
                .map(DelegatedStep::state)
                .filter(DelegatedStep.State.Reported.class::isInstance)
                .map(state -> ((DelegatedStep.State.Reported) state).finding())
                .toList();
    }

    /** For a person: which specialist failed twice, what the others found, what to do next. */
    static HandOver handOver(RunState.Delegating s) {
        DelegatedStep failed = s.tasks().stream()
                .filter(t -> t.over() && !t.verified() && t.state() instanceof DelegatedStep.State.Reported)
                .findFirst()
                .orElseThrow();
        return new HandOver(
                "the specialist " + failed.agent() + " " + how(failed) + " at " + failed.name() + ": "
                        + ((DelegatedStep.State.Reported) failed.state())
                                .finding()
                                .summary(),
                together(s.run().findings()),
                List.of("Look at the run " + failed.childRunId() + ".", "Go on by hand with " + failed.name() + "."));
    }

    /** What comes after its step was given up is kept, and what it used is counted, once. */
    static Decision late(RunState.Open state, RunEvent.ChildEnded event) {
        Finding finding = event.finding();
        boolean known = state.run().findings().stream()
                .filter(f -> f.runId().equals(finding.runId()))
                .anyMatch(f -> f.paid() || !finding.paid());
        if (known || state instanceof RunState.Queued) {
            return Decision.stay(state, "not a specialist at work");
        }
        Run run = state.run()
                .with(state.run().tally().withFinding(finding, finding.active()))
                .edit()
                .finding(finding)
                .done();
        return new DecisionBuilder()
                .tell(new RunFact.DelegationEnded(finding))
                .to(
                        RunState.with(state, FollowUps.reported(run, finding, List.of())),
                        "a specialist reports after its step was given up");
    }

    static String progress(RunState.Delegating s, Instant at) {
        long minutes = Duration.between(s.startedAt(), at).toMinutes();
        return "After " + minutes + " min: "
                + s.tasks().stream().map(Findings::line).collect(Collectors.joining("; "));
    }

    private static String how(DelegatedStep failed) {
        return failed.attempt() > 1 ? "failed twice" : "was cancelled";
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
