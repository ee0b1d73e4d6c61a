package io.flyball.orchestrator.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps with specialists: each begins once what it depends on is verified. */
final class Delegating {
    /** A task that takes longer than this is reported on, again and again. */
    private static final Duration REPORT_EVERY = Duration.ofMinutes(5);

    private static final int ATTEMPTS = 2;

    private Delegating() {}

    /** Why these steps cannot be delegated; names the step. */
    static Optional<String> refusal(Run run, List<Plan.Delegation> steps) {
        return run.spec().parent() != null
                ? Optional.of("A specialist does not delegate further: act, finish, or escalate.")
                : DelegationGraph.fault(
                        steps, run.spec().specialists(), run.spec().agent());
    }

    static Decision begin(
            Run run, int step, Plan plan, List<Plan.Delegation> steps, Instant at, DecisionBuilder story) {
        List<DelegatedStep> tasks = steps.stream()
                .map(d -> new DelegatedStep(
                        d.name(),
                        d.agent(),
                        d.goal(),
                        d.dependsOn(),
                        childId(run, step, d.name(), 1, at),
                        1,
                        new DelegatedStep.State.Waiting()))
                .toList();
        List<Phase> phases = new ArrayList<>(run.phases());
        steps.stream()
                .filter(d -> phases.stream().noneMatch(p -> p.name().equals(d.name())))
                .forEach(d -> phases.add(Phase.of(d.name(), d.dependsOn())));
        Run begun = run.edit().phases(phases).done();
        var state = new RunState.Delegating(begun, step, plan, tasks, at, at.plus(REPORT_EVERY));
        return advance(state, at, story, "the plan delegates");
    }

    static Decision decide(RunState.Delegating s, RunEvent.Within event) {
        return switch (event) {
            case RunEvent.ChildEnded e -> ended(s, e);
            case RunEvent.TimePassed e -> timePassed(s, e.at());
            case RunEvent.PauseOrdered _ -> Decision.stay(s, "specialists are at work: pause their runs, or cancel");
            case RunEvent.StopEngaged _ -> Decision.stay(s, "the specialists' own runs are held");
            case RunEvent.PlanArrived _,
                    RunEvent.VerdictArrived _,
                    RunEvent.ToolStarted _,
                    RunEvent.LockAwaited _,
                    RunEvent.ToolEnded _,
                    RunEvent.ResumeOrdered _,
                    RunEvent.AnswerGiven _,
                    RunEvent.StopReleased _ -> UnexpectedEvent.stay(s, event);
        };
    }

    private static Decision ended(RunState.Delegating s, RunEvent.ChildEnded event) {
        Finding finding = event.finding();
        Optional<DelegatedStep> found = s.tasks().stream()
                .filter(t -> t.name().equals(finding.name()) && t.running() && t.attempt() == event.attempt())
                .findFirst();
        if (found.isEmpty()) {
            return Decision.stay(s, "not a specialist at work");
        }
        DelegatedStep task = found.get();
        DecisionBuilder story = new DecisionBuilder().tell(new RunFact.DelegationEnded(finding));
        Run run = s.run()
                .with(s.run().tally().withFinding(finding))
                .edit()
                .finding(finding)
                .done();
        DelegatedStep next = finding.verified() || task.attempt() >= ATTEMPTS
                ? task.in(new DelegatedStep.State.Reported(finding))
                : task.again(childId(run, s.step(), task.name(), task.attempt() + 1, event.at()));
        Phase.State state =
                finding.verified() ? Phase.State.VERIFIED : next.over() ? Phase.State.FAILED : Phase.State.READY;
        Run moved = Manifest.move(run, task.name(), state, story);
        return advance(replace(s, moved, next), event.at(), story, "a specialist has ended: " + finding.outcome());
    }

    /** Starts what may start, and goes on once all is over. */
    private static Decision advance(RunState.Delegating before, Instant at, DecisionBuilder story, String why) {
        RunState.Delegating s = dropHopeless(before);
        while (couldStart(s) && !at.isBefore(nextStart(s))) {
            DelegatedStep task = startable(s).orElseThrow();
            DelegatedStep running = task.in(new DelegatedStep.State.Running(at));
            Remaining share = share(s);
            Run run = Manifest.move(s.run(), task.name(), Phase.State.ACTING, story);
            story.tell(new RunFact.Delegated(running)).command(new RunCommand.OpenChild(run, running, share));
            s = replace(s, run, running);
        }
        return s.tasks().stream().allMatch(DelegatedStep::over) ? allOver(s, at, story) : story.to(s, why);
    }

    private static RunState.Delegating dropHopeless(RunState.Delegating before) {
        RunState.Delegating s = before;
        boolean changed = true;
        while (changed) {
            Optional<DelegatedStep> hopeless = firstHopeless(s);
            changed = hopeless.isPresent();
            if (changed) {
                DelegatedStep dropped = hopeless.get().in(new DelegatedStep.State.Dropped("what it depends on failed"));
                s = replace(s, s.run(), dropped);
            }
        }
        return s;
    }

    private static Optional<DelegatedStep> firstHopeless(RunState.Delegating s) {
        return s.tasks().stream()
                .filter(t -> t.state() instanceof DelegatedStep.State.Waiting)
                .filter(t -> s.tasks().stream()
                        .anyMatch(other -> t.dependsOn().contains(other.name()) && other.over() && !other.verified()))
                .findFirst();
    }

    private static Decision allOver(RunState.Delegating s, Instant at, DecisionBuilder story) {
        Step turn = new Step(s.step(), s.plan(), List.of(), null);
        Optional<DelegatedStep> failed =
                s.tasks().stream().filter(t -> !t.verified()).findFirst();
        if (failed.isPresent()) {
            return Ending.handOver(s.run(), s.step(), List.of(turn), Findings.handOver(s), at, story);
        }
        story.command(new RunCommand.KeepStep(turn));
        return Planning.nextStep(
                s.run().withHint(Findings.together(s.run().findings())), at, story, "the specialists are done");
    }

    private static Decision timePassed(RunState.Delegating s, Instant at) {
        DecisionBuilder story = new DecisionBuilder();
        RunState.Delegating now = s;
        if (!at.isBefore(s.nextReport())) {
            story.command(new RunCommand.ReportProgress(s.run(), Findings.progress(s, at)));
            now = new RunState.Delegating(s.run(), s.step(), s.plan(), s.tasks(), s.startedAt(), at.plus(REPORT_EVERY));
        }
        return advance(now, at, story, "time has passed");
    }

    static void cancelChildren(RunState.Delegating s, String reason, DecisionBuilder story) {
        s.tasks().stream()
                .filter(DelegatedStep::running)
                .forEach(t -> story.command(new RunCommand.CancelChild(s.run(), t.childRunId(), reason)));
    }

    static boolean couldStart(RunState.Delegating s) {
        return startable(s).isPresent()
                && s.tasks().stream().filter(DelegatedStep::running).count()
                        < s.run().spec().limits().specialists();
    }

    private static Optional<DelegatedStep> startable(RunState.Delegating s) {
        return s.tasks().stream()
                .filter(t -> t.state() instanceof DelegatedStep.State.Waiting)
                .filter(t -> t.dependsOn().stream().allMatch(name -> verified(s, name)))
                .findFirst();
    }

    private static boolean verified(RunState.Delegating s, String name) {
        return s.tasks().stream().anyMatch(t -> t.name().equals(name) && t.verified());
    }

    /** Those that run now share a model limit, so they are not started all at once. */
    static Instant nextStart(RunState.Delegating s) {
        return s.tasks().stream()
                .map(DelegatedStep::state)
                .filter(DelegatedStep.State.Running.class::isInstance)
                .map(state -> ((DelegatedStep.State.Running) state).since().plus(Wake.BETWEEN_STARTS))
                .max(java.util.Comparator.naturalOrder())
                .orElse(s.startedAt());
    }

    /** Each specialist that is not done gets the same share of what is left. */
    private static Remaining share(RunState.Delegating s) {
        int parts = (int) s.tasks().stream().filter(t -> !t.over()).count();
        Remaining left = s.run().remaining();
        return new Remaining(
                left.steps(),
                left.llmCalls() / parts,
                left.actions(),
                left.tokens() / parts,
                left.costMicros() / parts,
                left.activeTime());
    }

    private static String childId(Run run, int step, String name, int attempt, Instant at) {
        return RunIds.of(run.id() + ":" + step + ":" + name + ":" + attempt, at);
    }

    private static RunState.Delegating replace(RunState.Delegating s, Run run, DelegatedStep changed) {
        List<DelegatedStep> tasks = s.tasks().stream()
                .map(task -> task.name().equals(changed.name()) ? changed : task)
                .toList();
        return new RunState.Delegating(run, s.step(), s.plan(), tasks, s.startedAt(), s.nextReport());
    }
}
