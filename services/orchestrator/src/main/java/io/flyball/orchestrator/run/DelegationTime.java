package io.flyball.orchestrator.run;

import java.time.Instant;
import java.util.Optional;

/** What time brings while specialists are at work: one that does not answer is given up, and people hear how it comes on. */
final class DelegationTime {
    private DelegationTime() {}

    static Decision passed(RunState.Delegating s, Instant at) {
        DecisionBuilder story = new DecisionBuilder();
        Optional<DelegatedStep> overdue = Specialists.overdue(s, at);
        if (overdue.isPresent()) {
            return unanswered(s, overdue.get(), at, story);
        }
        RunState.Delegating now = s;
        if (!at.isBefore(s.nextReport())) {
            story.command(new RunCommand.ReportProgress(s.run(), Findings.progress(s, at)));
            askAfter(s, story);
            now = s.reportingAt(at.plus(Delegating.REPORT_EVERY));
        }
        return Delegating.advance(now, at, story, "time has passed");
    }

    /** Admission answers for a run that it refused or no longer knows; one that was lost on the way opens now. */
    private static void askAfter(RunState.Delegating s, DecisionBuilder story) {
        s.tasks().stream()
                .filter(DelegatedStep::running)
                .forEach(task -> story.command(new RunCommand.OpenChild(s.run(), task, Specialists.share(s))));
    }

    private static Decision unanswered(RunState.Delegating s, DelegatedStep task, Instant at, DecisionBuilder story) {
        String why = "no answer within " + Specialists.patience(s.run()).toMinutes() + " min";
        story.command(new RunCommand.CancelChild(s.run(), task.childRunId(), why));
        var finding = Finding.without(task.name(), task.agent(), task.childRunId(), Outcome.TIMED_OUT, why);
        return Delegating.reported(s, task, finding, at, story);
    }
}
