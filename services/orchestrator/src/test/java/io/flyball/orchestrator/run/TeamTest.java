package io.flyball.orchestrator.run;

import static io.flyball.orchestrator.run.Given.anOpenRun;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Steps that specialists do. */
class TeamTest {
    private static Plan.Delegation step(String name, String... dependsOn) {
        return new Plan.Delegation(name, "db-expert", "do " + name, List.of(dependsOn));
    }

    private static Given delegates(Plan.Delegation... steps) {
        return anOpenRun().plans(new Plan.Wants.Delegate(List.of(steps)));
    }

    private static Given reports(Given run, String name, Outcome outcome) {
        DelegatedStep task = task(run, name);
        var finding = new Finding(
                name,
                task.agent(),
                task.childRunId(),
                outcome,
                "saw " + name,
                0.9,
                List.of(),
                List.of(),
                2,
                100,
                1_000,
                Duration.ofSeconds(20),
                Looks.NONE);
        return run.happens(new RunEvent.ChildEnded(finding, task.attempt(), run.now));
    }

    private static DelegatedStep task(Given run, String name) {
        return ((RunState.Delegating) run.state)
                .tasks().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> opened(Given run) {
        return run.commands(RunCommand.OpenChild.class).stream()
                .map(open -> open.task().name())
                .toList();
    }

    private static String refusal(Given run) {
        return run.facts(RunFact.DecisionRefused.class).getFirst().reason();
    }

    @Test
    @DisplayName("TEAM-1 independent steps run side by side, started two seconds apart")
    void sideBySide() {
        Given run = delegates(step("a"), step("b"), step("c"));
        assertThat(opened(run)).containsExactly("a");
        run.timePasses(Duration.ofMillis(1_999));
        assertThat(opened(run)).containsExactly("a");
        run.timePasses(Duration.ofMillis(1)).timePasses(Duration.ofSeconds(2));
        assertThat(opened(run)).containsExactly("a", "b", "c");
    }

    @Test
    @DisplayName("TEAM-1 at most four specialists at once")
    void fourAtOnce() {
        Given run = delegates(step("a"), step("b"), step("c"), step("d"), step("e"));
        for (int i = 0; i < 10; i++) {
            run.timePasses(Duration.ofSeconds(2));
        }
        assertThat(opened(run)).hasSize(4);
        reports(run, "a", Outcome.RESOLVED);
        assertThat(opened(run)).contains("e");
    }

    @Test
    @DisplayName("TEAM-1 TEAM-3 a step begins only once what it depends on is verified")
    void dependencies() {
        Given run = delegates(step("provision"), step("migrate", "provision")).timePasses(Duration.ofMinutes(1));
        assertThat(opened(run)).containsExactly("provision");
        reports(run, "provision", Outcome.RESOLVED);
        assertThat(opened(run)).containsExactly("provision", "migrate");
        assertThat(run.facts(RunFact.PhaseChanged.class))
                .contains(
                        new RunFact.PhaseChanged("provision", Phase.State.VERIFIED),
                        new RunFact.PhaseChanged("migrate", Phase.State.READY));
    }

    @Test
    @DisplayName("TEAM-1 a cycle, an unknown agent and an unknown dependency are refused, naming the step")
    void refusals() {
        assertThat(refusal(delegates(step("a", "b"), step("b", "a")))).contains("Step a", "cycle");
        assertThat(refusal(delegates(new Plan.Delegation("a", "nobody", "g", List.of()))))
                .contains("Step a", "nobody", "db-expert");
        assertThat(refusal(delegates(step("a", "zzz")))).contains("Step a", "zzz");
        assertThat(refusal(delegates(step("a"), step("a")))).contains("Step a", "twice");
        assertThat(refusal(delegates())).contains("names no step");
        assertThat(refusal(delegates(new Plan.Delegation("a", "service-restorer", "g", List.of()))))
                .contains("Step a");
    }

    @Test
    @DisplayName("TEAM-3 a specialist that fails is tried once more; failed twice, the coordinator escalates")
    void failsTwice() {
        Given run = delegates(step("a"), step("b", "a"));
        String first = task(run, "a").childRunId();
        reports(run, "a", Outcome.FAILED).timePasses(Duration.ofSeconds(2));
        assertThat(task(run, "a").childRunId()).isNotEqualTo(first);
        reports(run, "a", Outcome.STUCK);

        RunResult end = run.commands(RunCommand.Conclude.class).getFirst().conclusion();
        assertThat(end.outcome()).isEqualTo(Outcome.ESCALATED);
        assertThat(end.reason()).contains("db-expert", "failed twice", "a");
        assertThat(opened(run)).doesNotContain("b");
    }

    @Test
    @DisplayName("TEAM-2 the parent sees summary, approaches and errors only, and pays for what was used")
    void findings() {
        Given run = reports(delegates(step("a")), "a", Outcome.RESOLVED);
        Run parent = run.commands(RunCommand.RequestPlan.class).getLast().run();
        assertThat(parent.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.summary()).isEqualTo("saw a"));
        assertThat(parent.tally().tokens().total()).isEqualTo(100);
        assertThat(parent.tally().llmCalls()).isEqualTo(2);
        assertThat(parent.tally().costMicros()).isEqualTo(1_000);
    }

    @Test
    @DisplayName("TEAM-2 a specialist's limits lie within an equal share of what its parent has left")
    void limitsWithin() {
        RunCommand.OpenChild open = delegates(step("a"), step("b"))
                .commands(RunCommand.OpenChild.class)
                .getFirst();
        assertThat(open.limits().tokens()).isEqualTo(25_000);
        assertThat(Limits.DEFAULT.within(open.limits()).costMicros()).isEqualTo(250_000);
        assertThat(Limits.DEFAULT.within(open.limits()).steps()).isEqualTo(9);
    }

    @Test
    @DisplayName("TEAM-6 findings are put together by source; conflicts and uncertainties are named")
    void together() {
        var sure = new Finding(
                "a",
                "db",
                "1",
                Outcome.RESOLVED,
                "index lost",
                0.9,
                List.of(),
                List.of(),
                0,
                0,
                0,
                Duration.ZERO,
                Looks.NONE);
        var unsure = new Finding(
                "b",
                "net",
                "2",
                Outcome.NOT_REPRODUCED,
                "fine",
                0.3,
                List.of(),
                List.of(),
                0,
                0,
                0,
                Duration.ZERO,
                Looks.NONE);
        assertThat(Findings.together(List.of(sure, unsure)))
                .contains("a (db): RESOLVED. index lost", "Conflict", "Uncertain: b.");
        assertThat(Findings.together(List.of(sure))).doesNotContain("Conflict", "Uncertain");
    }

    @Test
    @DisplayName("TEAM-3 progress is reported on a task that takes longer than five minutes, again and again")
    void progress() {
        Given run = delegates(step("a"));
        run.timePasses(Duration.ofSeconds(299));
        assertThat(run.commands(RunCommand.ReportProgress.class)).isEmpty();
        run.timePasses(Duration.ofSeconds(1)).timePasses(Duration.ofMinutes(5));
        assertThat(run.commands(RunCommand.ReportProgress.class))
                .hasSize(2)
                .allSatisfy(report -> assertThat(report.text()).contains("a is with db-expert"));
    }

    @Test
    @DisplayName("TEAM-2 a cancelled coordinator cancels its specialists; a specialist does not delegate further")
    void cancel() {
        Given run = delegates(step("a"));
        String child = task(run, "a").childRunId();
        run.happens(new RunEvent.CancelOrdered("ann", "enough", run.now));
        assertThat(run.commands(RunCommand.CancelChild.class))
                .singleElement()
                .satisfies(cancel -> assertThat(cancel.childRunId()).isEqualTo(child));
    }

    @Test
    @DisplayName("TEAM-5 a run that would do the same work is told this run's result, while it is open and after it")
    void listeners() {
        Given run = anOpenRun();
        run.happens(new RunEvent.ListenerJoined("run-1", new Parent("run-9", "look", 1), run.now));
        run.looksAround().finishes(Outcome.RESOLVED);
        assertThat(run.commands(RunCommand.Report.class)).singleElement().satisfies(report -> {
            assertThat(report.to().runId()).isEqualTo("run-9");
            assertThat(report.finding().name()).isEqualTo("look");
            assertThat(report.finding().outcome()).isEqualTo(Outcome.RESOLVED);
        });
        run.happens(new RunEvent.ListenerJoined("run-1", new Parent("run-10", "look", 1), run.now));
        assertThat(run.commands(RunCommand.Report.class)).hasSize(2);
    }
}
