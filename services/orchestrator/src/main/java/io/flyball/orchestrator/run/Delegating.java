package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.LimitCheck.Reached;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Steps with specialists: each begins once what it depends on is verified. */
final class Delegating {
    /** A task that takes longer than this is reported on, again and again. */
    static final Duration REPORT_EVERY = Duration.ofMinutes(5);

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
        var state = new RunState.Delegating(begun, step, plan, tasks, at, at.plus(REPORT_EVERY), null, at);
        return advance(state, at, story, "the plan delegates");
    }

    static Decision decide(RunState.Delegating s, RunEvent.Within event) {
        return switch (event) {
            case RunEvent.ChildEnded e -> ended(s, e);
            case RunEvent.TimePassed e -> DelegationTime.passed(s, e.at());
            case RunEvent.PauseOrdered e -> DelegationOrders.pause(s, e);
            case RunEvent.ResumeOrdered e -> DelegationOrders.resume(s, e);
            case RunEvent.StopEngaged _ -> Decision.stay(s, "the specialists' own runs are held");
            case RunEvent.PlanArrived _,
                    RunEvent.VerdictArrived _,
                    RunEvent.ToolStarted _,
                    RunEvent.LockAwaited _,
                    RunEvent.ToolEnded _,
                    RunEvent.AnswerGiven _,
                    RunEvent.StopReleased _ -> UnexpectedEvent.stay(s, event);
        };
    }

    private static Decision ended(RunState.Delegating s, RunEvent.ChildEnded event) {
        Finding finding = event.finding();
        return s.tasks().stream()
                .filter(t -> t.name().equals(finding.name()) && t.running() && t.attempt() == event.attempt())
                .findFirst()
                .map(task -> reported(s, task, finding, event.at(), new DecisionBuilder()))
                .orElseGet(() ->
                        current(s, finding) ? Decision.stay(s, "not a specialist at work") : Findings.late(s, event));
    }

    private static boolean current(RunState.Delegating s, Finding finding) {
        return s.tasks().stream().anyMatch(t -> t.childRunId().equals(finding.runId()));
    }

    static Decision reported(
            RunState.Delegating s, DelegatedStep task, Finding finding, Instant at, DecisionBuilder story) {
        story.tell(new RunFact.DelegationEnded(finding));
        Run run = s.run()
                .with(s.run().tally().withFinding(finding, worked(s, task, finding, at)))
                .edit()
                .finding(finding)
                .done();
        DelegatedStep next = finding.verified() || task.attempt() >= ATTEMPTS || stoppedByPeople(task, finding)
                ? task.in(new DelegatedStep.State.Reported(finding))
                : task.again(childId(run, s.step(), task.name(), task.attempt() + 1, at));
        RunState.Delegating known = replace(s, run, next);
        Run seen = FollowUps.reported(run, finding, Findings.of(known.tasks()));
        Phase.State state =
                finding.verified() ? Phase.State.VERIFIED : next.over() ? Phase.State.FAILED : Phase.State.READY;
        Run moved = Manifest.move(seen, task.name(), state, story);
        return advance(
                known.in(moved, known.tasks()).workedUntil(at),
                at,
                story,
                "a specialist has ended: " + finding.outcome());
    }

    /** The specialist's own time at work counts once, however many worked side by side; its waits for people do not count. */
    private static Duration worked(RunState.Delegating s, DelegatedStep task, Finding finding, Instant at) {
        Instant since = ((DelegatedStep.State.Running) task.state()).since();
        Duration uncounted = Duration.between(since.isAfter(s.workedTo()) ? since : s.workedTo(), at);
        Duration worked = finding.active().compareTo(uncounted) < 0 ? finding.active() : uncounted;
        return worked.isNegative() ? Duration.ZERO : worked;
    }

    /** Who cancels a specialist's run does not want it to begin again. A run of another parent is none of theirs. */
    private static boolean stoppedByPeople(DelegatedStep task, Finding finding) {
        return finding.outcome() == Outcome.CANCELLED && finding.runId().equals(task.childRunId());
    }

    /** Starts what may start, and goes on once all is over. */
    static Decision advance(RunState.Delegating before, Instant at, DecisionBuilder story, String why) {
        RunState.Delegating s = dropHopeless(before);
        while (Specialists.couldStart(s) && !at.isBefore(Specialists.nextStart(s))) {
            Optional<Reached> reached = LimitCheck.spent(s.run()).or(outOfTime(s.run()));
            if (reached.isPresent()) {
                return limit(s, reached.get(), at, story);
            }
            s = start(s, Specialists.startable(s).orElseThrow(), at, story);
        }
        return s.tasks().stream().allMatch(DelegatedStep::over) ? allOver(s, at, story) : story.to(s, why);
    }

    private static Supplier<Optional<Reached>> outOfTime(Run run) {
        return () -> LimitCheck.outOfTime(run);
    }

    private static Decision limit(RunState.Delegating s, Reached reached, Instant at, DecisionBuilder story) {
        return Ending.limit(s, reached, at, story);
    }

    private static RunState.Delegating start(
            RunState.Delegating s, DelegatedStep task, Instant at, DecisionBuilder story) {
        DelegatedStep running = task.in(new DelegatedStep.State.Running(at));
        Remaining share = Specialists.share(s);
        Run run = Manifest.move(s.run(), task.name(), Phase.State.ACTING, story);
        story.tell(new RunFact.Delegated(running)).command(new RunCommand.OpenChild(run, running, share));
        return replace(s, run, running);
    }

    private static RunState.Delegating dropHopeless(RunState.Delegating before) {
        RunState.Delegating s = before;
        Optional<DelegatedStep> hopeless = Specialists.hopeless(s);
        while (hopeless.isPresent()) {
            DelegatedStep dropped = hopeless.get().in(new DelegatedStep.State.Dropped("what it depends on failed"));
            s = replace(s, s.run(), dropped);
            hopeless = Specialists.hopeless(s);
        }
        return s;
    }

    private static Decision allOver(RunState.Delegating s, Instant at, DecisionBuilder story) {
        if (s.tasks().stream().anyMatch(t -> !t.verified())) {
            return Ending.handOver(s.run(), s.step(), List.of(turn(s)), Findings.handOver(s), at, story);
        }
        story.command(new RunCommand.KeepStep(turn(s)));
        Run run = s.run().withHint(Findings.together(s.run().findings()));
        return s.pause() == null
                ? Planning.nextStep(run, at, story, "the specialists are done")
                : story.to(
                        new RunState.Paused(run, s.pause(), s.step() + 1, 1, null, null, null),
                        "paused by " + s.pause().by());
    }

    static Step turn(RunState.Delegating s) {
        return new Step(s.step(), s.plan(), List.of(), null);
    }

    private static String childId(Run run, int step, String name, int attempt, Instant at) {
        return RunIds.of(run.id() + ":" + step + ":" + name + ":" + attempt, at);
    }

    private static RunState.Delegating replace(RunState.Delegating s, Run run, DelegatedStep changed) {
        return s.in(
                run,
                s.tasks().stream()
                        .map(task -> task.name().equals(changed.name()) ? changed : task)
                        .toList());
    }
}
