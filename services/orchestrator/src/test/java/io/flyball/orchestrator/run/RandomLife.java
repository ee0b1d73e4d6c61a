package io.flyball.orchestrator.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Events as they might come, fitting or not, from a seed. */
final class RandomLife {
    final Given given = new Given();
    private final Random random;
    /** Apart, so that what specialists looked at leaves the course of a life as it is. */
    private final Random looking;

    private final Limits limits;

    /** Every third life waits for a hand-back after an escalation. */
    RandomLife(long seed) {
        random = new Random(seed);
        looking = new Random(seed);
        limits = seed % 3 == 0 ? Given.patient() : Limits.DEFAULT;
    }

    RunEvent step() {
        given.after(Duration.ofMillis(random.nextInt(20) == 0 ? random.nextInt(200_000) : random.nextInt(2_000)));
        RunEvent event = next();
        given.happens(event);
        return event;
    }

    private RunEvent next() {
        if (given.state == null) {
            RunSpec spec = Given.spec(limits, given.now);
            return random.nextInt(4) == 0
                    ? new RunEvent.Queued(spec, "3 runs are open for shop", 2, null, given.now)
                    : new RunEvent.Opened(spec, given.now);
        }
        if (random.nextInt(8) == 0) {
            return disturbance();
        }
        if (waitsForPeople() && random.nextInt(6) == 0) {
            return longAfter();
        }
        return switch (given.state) {
            case RunState.Planning s -> plan(s.requestId());
            case RunState.Acting s ->
                actionEvent(s.actions().get(random.nextInt(s.actions().size())));
            case RunState.BackingOff _, RunState.Ended _ -> new RunEvent.TimePassed(given.now);
            case RunState.Held _ -> new RunEvent.StopReleased(given.now);
            case RunState.Queued _ -> new RunEvent.Opened(Given.spec(limits, given.now), given.now);
            case RunState.AwaitingAnswer _ -> new RunEvent.AnswerGiven("ann", "yes", given.now);
            case RunState.Paused _ -> new RunEvent.ResumeOrdered("ann", "done", note(), given.now);
            case RunState.Delegating s -> specialist(s.tasks());
            case RunState.Closing s -> closing(s);
        };
    }

    private boolean waitsForPeople() {
        return given.state instanceof RunState.AwaitingAnswer
                || given.state instanceof RunState.Paused
                || given.state instanceof RunState.Queued;
    }

    /** Nobody came, or somebody gave up. */
    private RunEvent longAfter() {
        given.after(Duration.ofDays(4));
        return random.nextBoolean()
                ? new RunEvent.TimePassed(given.now)
                : new RunEvent.CancelOrdered("ann", "enough", given.now);
    }

    private RunEvent disturbance() {
        return switch (random.nextInt(20)) {
            case 0 -> new RunEvent.StopEngaged("drill", given.now);
            case 1 -> new RunEvent.StopReleased(given.now);
            case 2 -> joins("a", "fp", "A on shop", random.nextBoolean());
            case 3 -> plan("some-other-request");
            case 4 -> new RunEvent.ToolEnded("run-1:99:0", 1, Given.report(ToolResult.Status.SUCCEEDED), given.now);
            case 5 ->
                random.nextInt(6) == 0
                        ? new RunEvent.CancelOrdered("ann", "enough", given.now)
                        : new RunEvent.TimePassed(given.now);
            case 6 -> new RunEvent.Opened(Given.spec(Limits.DEFAULT, given.now), given.now);
            case 7 -> joins("b", "fp2", "B on shop", random.nextBoolean());
            case 8 -> new RunEvent.PauseOrdered("ann", "let me look", random.nextBoolean(), given.now);
            case 9 -> new RunEvent.ResumeOrdered("ann", "go on", note(), given.now);
            case 10 -> new RunEvent.AnswerGiven("ann", "no", given.now);
            case 11 -> new RunEvent.Noted("shop was deployed", given.now);
            case 12 -> new RunEvent.ListenerJoined("run-1", new Parent("run-0", "look", 1), given.now);
            case 13 -> new RunEvent.LockAwaited("run-1:1:0", "service:shop is held by run-9", given.now);
            case 14 -> back();
            case 15 -> nobodyThere();
            case 16 -> new RunEvent.SomebodyBack(answerer(), given.now.minusSeconds(random.nextInt(60)), given.now);
            default -> new RunEvent.TimePassed(given.now);
        };
    }

    private RunEvent nobodyThere() {
        Instant since = given.now.minusSeconds(random.nextInt(3));
        given.after(Duration.ofSeconds(random.nextInt(900)));
        return new RunEvent.NobodyThere(answerer(), since, given.now);
    }

    private Answerer answerer() {
        return Answerer.values()[random.nextInt(Answerer.values().length)];
    }

    private RunEvent joins(String id, String fingerprint, String description, boolean resolved) {
        return new RunEvent.AlertJoined(
                id, fingerprint, description, AlertSubject.NONE, resolved, given.now, 0, given.now);
    }

    /** The engine was suspended, restarted, or its clock was set, forward or back; but a life is one run's, so it is not forgotten so. */
    private RunEvent back() {
        if (given.state instanceof RunState.Ended) {
            return new RunEvent.EngineBack(given.now, given.now);
        }
        Instant before = given.now;
        given.after(Duration.ofSeconds(random.nextInt(4) == 0 ? -random.nextInt(90_000) : random.nextInt(90_000)));
        return new RunEvent.EngineBack(random.nextBoolean() ? before : null, given.now);
    }

    private @Nullable String note() {
        return random.nextBoolean() ? "restarted by hand; go on with the check" : null;
    }

    private RunEvent closing(RunState.Closing s) {
        List<Action> called = s.actions().stream()
                .filter(a -> a.state() instanceof ActionState.Called)
                .toList();
        if (called.isEmpty()) {
            return specialist(s.tasks());
        }
        if (random.nextInt(4) == 0) {
            given.after(Duration.ofSeconds(random.nextInt(600)));
            return new RunEvent.TimePassed(given.now);
        }
        return actionEvent(called.get(random.nextInt(called.size())));
    }

    private RunEvent specialist(List<DelegatedStep> tasks) {
        List<DelegatedStep> running =
                tasks.stream().filter(DelegatedStep::running).toList();
        if (running.isEmpty() || random.nextInt(3) == 0) {
            return new RunEvent.TimePassed(given.now);
        }
        DelegatedStep task = running.get(random.nextInt(running.size()));
        var outcomes = Outcome.values();
        Outcome outcome = random.nextBoolean() ? Outcome.RESOLVED : outcomes[random.nextInt(outcomes.length)];
        var finding = new Finding(
                task.name(),
                task.agent(),
                task.childRunId(),
                outcome,
                "s",
                0.5,
                List.of("x"),
                List.of(),
                1,
                random.nextInt(900),
                random.nextInt(9_000),
                Duration.ofMillis(random.nextInt(30_000)),
                looks(task.childRunId()));
        return new RunEvent.ChildEnded(finding, random.nextInt(9) == 0 ? 9 : task.attempt(), given.now);
    }

    private Looks looks(String runId) {
        Looks looks = looking.nextInt(3) == 0 ? Looks.after(given.now.minusMillis(looking.nextInt(5_000))) : Looks.NONE;
        return looking.nextBoolean()
                ? looks.plus(new Look(runId + ":1:0", "service:shop", given.now.minusMillis(looking.nextInt(5_000))))
                : looks;
    }

    private RunEvent plan(String requestId) {
        var by = new Plan.DecidedBy("model", null, null, "p", "m", "test");
        var tokens = new Tokens(random.nextInt(8_000), random.nextInt(1_000), 0, 0);
        return new RunEvent.PlanArrived(
                new Plan(requestId + ":d", requestId, wants(), "r", 0.8, by, tokens, 1, random.nextInt(60_000)),
                given.now);
    }

    private Plan.Wants wants() {
        return switch (random.nextInt(14)) {
            case 12 -> new Plan.Wants.Ask("which one?");
            case 13 -> delegate();
            case 0 -> new Plan.Wants.Finish(Outcome.RESOLVED, "s", null);
            case 1 -> new Plan.Wants.Finish(Outcome.NOT_REPRODUCED, "s", random.nextBoolean() ? "noise" : null);
            case 2 -> new Plan.Wants.NoPlan(ErrorClass.values()[random.nextInt(4)], "m");
            case 3 ->
                random.nextBoolean()
                        ? new Plan.Wants.Escalate(new HandOver("r", "k", List.of()))
                        : new Plan.Wants.Delegate(List.of(new Plan.Delegation("x", "nobody", "g", List.of())));
            default -> new Plan.Wants.Act(actions());
        };
    }

    private Plan.Wants delegate() {
        return new Plan.Wants.Delegate(List.of(
                new Plan.Delegation("db", "db-expert", "look at the database", List.of()),
                new Plan.Delegation("net", "net-expert", "look at the network", List.of()),
                new Plan.Delegation("both", "db-expert", "put it together", List.of("db", "net"))));
    }

    private List<ProposedAction> actions() {
        List<ProposedAction> actions = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String target = "service:" + (char) ('a' + random.nextInt(2));
            List<String> verifies = random.nextBoolean() ? List.of(target) : List.of();
            actions.add(Given.action(i, "do-" + random.nextInt(30), target, random.nextInt(4) == 0, verifies));
        }
        return actions;
    }

    /** What was refused or failed may never have begun. */
    private ToolResult report(ToolResult.Status status, @Nullable ErrorClass errorClass) {
        boolean mayNotHaveBegun = status == ToolResult.Status.REFUSED || status == ToolResult.Status.FAILED;
        return Given.report(status, errorClass, !mayNotHaveBegun || random.nextBoolean());
    }

    private RunEvent actionEvent(Action action) {
        boolean running = action.state() instanceof ActionState.Called;
        if (running && random.nextInt(4) == 0) {
            return new RunEvent.ToolStarted(action.id(), "executor-1", given.now);
        }
        if (running || random.nextInt(10) == 0) {
            var statuses = ToolResult.Status.values();
            var classes = ErrorClass.values();
            ErrorClass errorClass = random.nextInt(3) == 0 ? classes[random.nextInt(classes.length)] : null;
            int dispatch = action.state() instanceof ActionState.Called called ? called.dispatch() : 1;
            return new RunEvent.ToolEnded(
                    action.id(),
                    random.nextInt(12) == 0 ? dispatch + 1 : dispatch,
                    report(statuses[random.nextInt(statuses.length)], errorClass),
                    given.now);
        }
        String hash = random.nextInt(15) == 0 ? "other" : action.proposal().hash();
        var kinds = Verdict.Kind.values();
        Effect effect = random.nextInt(3) > 0 ? Effect.READ : Effect.CHANGE;
        return new RunEvent.VerdictArrived(
                given.answer(action.id(), hash, kinds[random.nextInt(kinds.length)], effect), given.now);
    }
}
