package io.flyball.orchestrator.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs that are recorded as histories: each shows something that an upgrade must not change. */
final class RecordedRuns {
    private static final String SHOP = "service:shop";

    private RecordedRuns() {}

    static Map<String, Given> all() {
        Map<String, Given> runs = new TreeMap<>();
        runs.put("approved", approved());
        runs.put("taken-over", takenOver());
        runs.put("delegated", delegated());
        runs.put("held-while-planning", heldWhilePlanning());
        runs.put("engine-away", engineAway());
        runs.put("nobody-there", nobodyThere());
        for (long seed = 1; seed <= 12; seed++) {
            RandomLife life = new RandomLife(seed);
            for (int i = 0; i < 60; i++) {
                life.step();
            }
            runs.put("walk-%02d".formatted(seed), life.given);
        }
        return runs;
    }

    private static Given approved() {
        return Given.anOpenRun()
                .looksAround()
                .proposes(Given.change(0, "rollback", SHOP))
                .holds(0, Effect.CHANGE)
                .after(Duration.ofMinutes(3))
                .allows(0, Effect.CHANGE)
                .ends(0, ToolResult.Status.SUCCEEDED)
                .verifies(SHOP)
                .finishes(Outcome.RESOLVED)
                .timePasses(Duration.ofHours(1));
    }

    /** The plan comes while a stop is on, and is followed after the release. */
    private static Given heldWhilePlanning() {
        Given run = Given.anOpenRun();
        String asked = run.requestId();
        run.happens(new RunEvent.StopEngaged("drill", run.now)).after(Duration.ofSeconds(30));
        run.happens(new RunEvent.PlanArrived(plan(asked), run.now)).after(Duration.ofHours(1));
        run.happens(new RunEvent.StopReleased(run.now));
        return run.allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED).finishes(Outcome.ESCALATED);
    }

    /** Seven minutes without the engine, and a pause during a back-off. */
    private static Given engineAway() {
        Given run = Given.anOpenRun().timePasses(Duration.ofSeconds(20));
        RunEvent back = new RunEvent.EngineBack(run.now, run.now.plus(Duration.ofMinutes(7)));
        run.after(Duration.ofMinutes(7)).happens(back).timePasses(Duration.ofSeconds(100));
        run.happens(new RunEvent.PauseOrdered("ann", "let me look", false, run.now));
        return run.timePasses(Duration.ofDays(1))
                .happens(new RunEvent.ResumeOrdered("ann", "go on", null, run.now))
                .timePasses(Duration.ofMinutes(1));
    }

    /** The planner is away for longer than any limit, and then the tool executor. */
    private static Given nobodyThere() {
        Given run = Given.anOpenRun().timePasses(Duration.ofSeconds(20));
        Instant since = run.now;
        run.after(Duration.ofMinutes(7)).happens(new RunEvent.NobodyThere(Answerer.PLANNER, since, run.now));
        run.after(Duration.ofMinutes(7)).happens(new RunEvent.SomebodyBack(Answerer.PLANNER, since, run.now));
        run.proposes(Given.read(0, "look")).allows(0, Effect.READ);
        Instant gone = run.now;
        run.after(Duration.ofHours(1)).happens(new RunEvent.NobodyThere(Answerer.EXECUTOR, gone, run.now));
        run.after(Duration.ofHours(1)).happens(new RunEvent.SomebodyBack(Answerer.EXECUTOR, gone, run.now));
        return run.ends(0, ToolResult.Status.SUCCEEDED).finishes(Outcome.ESCALATED);
    }

    private static Plan plan(String asked) {
        var by = new Plan.DecidedBy("model", null, null, "p", "m", "test");
        var wants = new Plan.Wants.Act(List.of(Given.read(0, "look")));
        return new Plan(asked + ":d", asked, wants, "because", 0.9, by, new Tokens(100, 10, 0, 0), 1, 700);
    }

    private static Given takenOver() {
        Given run =
                Given.anOpenRun().proposes(Given.change(0, "rollback", SHOP)).allows(0, Effect.CHANGE);
        run.happens(new RunEvent.PauseOrdered("ann", "I do it myself", true, run.now));
        run.ends(0, ToolResult.Status.CANCELLED).after(Duration.ofHours(5));
        run.happens(new RunEvent.ResumeOrdered("ann", "done", "rolled back by hand", run.now));
        return run.verifies(SHOP).finishes(Outcome.RESOLVED);
    }

    private static Given delegated() {
        Given run = Given.anOpenRun()
                .plans(new Plan.Wants.Delegate(List.of(
                        new Plan.Delegation("db", "db-expert", "look", List.of()),
                        new Plan.Delegation("net", "net-expert", "look", List.of("db")))));
        for (String name : List.of("db", "net")) {
            DelegatedStep task = ((RunState.Delegating) java.util.Objects.requireNonNull(run.state))
                    .tasks().stream()
                            .filter(t -> t.name().equals(name))
                            .findFirst()
                            .orElseThrow();
            run.after(Duration.ofSeconds(30));
            var finding = new Finding(
                    name,
                    task.agent(),
                    task.childRunId(),
                    Outcome.RESOLVED,
                    "fine",
                    0.9,
                    List.of(),
                    List.of(),
                    1,
                    9,
                    9,
                    Duration.ofSeconds(20),
                    Looks.NONE);
            run.happens(new RunEvent.ChildEnded(finding, 1, run.now));
        }
        return run.finishes(Outcome.RESOLVED);
    }
}
