package io.flyball.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs that were recorded once, replayed against the machine of today. A difference means that a run which is open during an upgrade
 * would go on in another way than it began. Where that is meant, delete the file and record it anew with -Dflyball.record=true.
 */
class HistoriesTest {
    private static final Path RECORDED = Path.of("src/test/resources/histories");
    private static final String SHOP = "service:shop";

    static Stream<Path> recorded() throws IOException {
        if (Boolean.getBoolean("flyball.record")) {
            record();
        }
        try (Stream<Path> files = Files.list(RECORDED)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recorded")
    @DisplayName("RUN-1 RUN-23 a recorded run is decided today as it was then")
    void replays(Path file) throws IOException {
        RunState state = null;
        int number = 0;
        for (String text : Files.readAllLines(file)) {
            number++;
            HistoryJson.Line then = HistoryJson.read(text);
            Decision decision = RunMachine.decide(state, then.event());
            assertThat(HistoryJson.Line.of(then.event(), decision))
                    .as("%s line %d, the first difference; state before: %s", file.getFileName(), number, state)
                    .isEqualTo(then);
            state = decision.next();
        }
        assertThat(number).isPositive();
    }

    @Test
    @DisplayName("RUN-23 the replay notices a machine that decides otherwise")
    void noticesDifferences() throws IOException {
        HistoryJson.Line first = HistoryJson.read(
                Files.readAllLines(RECORDED.resolve("approved.jsonl")).getFirst());
        Decision other = Decision.stay(null, "another machine");
        assertThat(HistoryJson.Line.of(first.event(), other)).isNotEqualTo(first);
    }

    private static void record() throws IOException {
        Files.createDirectories(RECORDED);
        for (Map.Entry<String, Given> run : runs().entrySet()) {
            Path file = RECORDED.resolve(run.getKey() + ".jsonl");
            if (!Files.exists(file)) {
                Files.write(file, lines(run.getValue().history));
            }
        }
    }

    private static List<String> lines(List<RunEvent> history) {
        List<String> lines = new ArrayList<>();
        @Nullable RunState state = null;
        for (RunEvent event : history) {
            Decision decision = RunMachine.decide(state, event);
            lines.add(HistoryJson.write(HistoryJson.Line.of(event, decision)));
            state = decision.next();
        }
        return lines;
    }

    private static Map<String, Given> runs() {
        Map<String, Given> runs = new TreeMap<>();
        runs.put("approved", approved());
        runs.put("taken-over", takenOver());
        runs.put("delegated", delegated());
        runs.put("held-while-planning", heldWhilePlanning());
        runs.put("engine-away", engineAway());
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
                    Duration.ofSeconds(20));
            run.happens(new RunEvent.ChildEnded(finding, 1, run.now));
        }
        return run.finishes(Outcome.RESOLVED);
    }
}
