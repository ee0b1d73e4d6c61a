package io.flyball.orchestrator.run;

import static io.flyball.orchestrator.run.Given.anOpenRun;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Specialists that are late, lost, refused or cancelled, and people who step in. */
class DelegationTest {
    private static final Duration PATIENCE = Duration.ofDays(3).plusSeconds(300);

    private static Given delegates(String... names) {
        return anOpenRun()
                .plans(new Plan.Wants.Delegate(List.of(names).stream()
                        .map(name -> new Plan.Delegation(name, "db-expert", "do " + name, List.of()))
                        .toList()));
    }

    private static RunState.Delegating delegating(Given run) {
        return (RunState.Delegating) run.state;
    }

    private static DelegatedStep task(Given run, String name) {
        return delegating(run).tasks().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static RunEvent.ChildEnded report(DelegatedStep task, Outcome outcome, Duration active, Given run) {
        var finding = new Finding(
                task.name(),
                task.agent(),
                task.childRunId(),
                outcome,
                "saw " + task.name(),
                0.9,
                List.of(),
                List.of(),
                2,
                100,
                1_000,
                active,
                Looks.NONE);
        return new RunEvent.ChildEnded(finding, task.attempt(), run.now);
    }

    private static Given reports(Given run, String name, Outcome outcome, Duration active) {
        return run.happens(report(task(run, name), outcome, active, run));
    }

    private static List<String> opened(Given run) {
        return run.commands(RunCommand.OpenChild.class).stream()
                .map(open -> open.task().name())
                .toList();
    }

    private static RunResult end(Given run) {
        return run.commands(RunCommand.Conclude.class).getFirst().conclusion();
    }

    private static Given ordered(Given run, boolean takeOver) {
        return run.happens(new RunEvent.PauseOrdered("ann", "let me look", takeOver, run.now));
    }

    @Test
    @DisplayName(
            "RUN-27 a specialist that never answers is cancelled and tried once more; then people are handed the run")
    void noAnswer() {
        Given run = delegates("a");
        String first = task(run, "a").childRunId();
        run.timePasses(PATIENCE);
        assertThat(run.commands(RunCommand.CancelChild.class))
                .singleElement()
                .satisfies(cancel -> assertThat(cancel.childRunId()).isEqualTo(first));
        assertThat(task(run, "a").attempt()).isEqualTo(2);
        run.timePasses(PATIENCE);

        assertThat(end(run).outcome()).isEqualTo(Outcome.ESCALATED);
        assertThat(end(run).reason()).contains("db-expert", "failed twice", "no answer within 4325 min");
    }

    @Test
    @DisplayName(
            "RUN-27 every wait of a delegation has a time at which somebody looks, also in state of an older version")
    void wakes() {
        Given run = delegates("a");
        assertThat(run.state.wakeAt()).contains(Given.START.plus(Duration.ofMinutes(5)));
        RunState.Delegating s = delegating(run);
        var old = new RunState.Delegating(
                s.run(), s.step(), s.plan(), s.tasks(), s.startedAt(), s.nextReport(), null, null);
        assertThat(old).isEqualTo(s);
    }

    @Test
    @DisplayName("RUN-27 after a specialist that is long in coming is asked every five minutes, under the same id")
    void askedAfter() {
        Given run = delegates("a").timePasses(Duration.ofMinutes(5)).timePasses(Duration.ofMinutes(5));
        assertThat(run.commands(RunCommand.OpenChild.class))
                .hasSize(3)
                .extracting(open -> open.task().childRunId())
                .containsOnly(task(run, "a").childRunId());
    }

    @Test
    @DisplayName(
            "RUN-9 RUN-27 paused while specialists are at work: they may end, none begins, and it goes on where it was")
    void paused() {
        Given run = ordered(delegates("a", "b"), false).timePasses(Duration.ofMinutes(1));
        assertThat(opened(run)).containsExactly("a");
        reports(run, "a", Outcome.RESOLVED, Duration.ZERO).timePasses(Duration.ofDays(9));
        assertThat(opened(run)).containsExactly("a");
        assertThat(run.state.wakeAt()).as("it waits for a person").isEmpty();

        run.happens(new RunEvent.ResumeOrdered("ann", "go on", null, run.now));
        assertThat(opened(run)).containsExactly("a", "b");
    }

    @Test
    @DisplayName("RUN-9 RUN-27 a pause holds also when the last specialist ends during it")
    void pausedToTheEnd() {
        Given run = reports(ordered(delegates("a"), false), "a", Outcome.RESOLVED, Duration.ZERO);
        assertThat(run.state).isInstanceOf(RunState.Paused.class);
        run.happens(new RunEvent.ResumeOrdered("ann", "go on", null, run.now));
        assertThat(run.state).isInstanceOf(RunState.Planning.class);
    }

    @Test
    @DisplayName(
            "RUN-9 RUN-27 a take-over cancels the specialists; what they report afterwards is kept and counted once")
    void takenOver() {
        Given run = delegates("a");
        DelegatedStep task = task(run, "a");
        ordered(run, true);
        assertThat(run.state).isInstanceOf(RunState.Paused.class);
        assertThat(run.commands(RunCommand.CancelChild.class)).hasSize(1);

        RunEvent.ChildEnded late = report(task, Outcome.CANCELLED, Duration.ofSeconds(7), run);
        run.happens(late).happens(late);
        Run waiting = ((RunState.Open) run.state).run();
        assertThat(waiting.findings()).hasSize(1);
        assertThat(waiting.tally().tokens().total()).isEqualTo(100);
    }

    @Test
    @DisplayName("RUN-27 a specialist that people cancel is not begun again; a run of another parent is none of theirs")
    void cancelled() {
        Given run = reports(delegates("a"), "a", Outcome.CANCELLED, Duration.ZERO);
        assertThat(end(run).outcome()).isEqualTo(Outcome.ESCALATED);
        assertThat(end(run).reason()).contains("was cancelled at a");

        Given twin = delegates("a");
        RunEvent.ChildEnded own = report(task(twin, "a"), Outcome.CANCELLED, Duration.ZERO, twin);
        Finding f = own.finding();
        var other = new Finding(
                f.name(), f.agent(), "twin", f.outcome(), "", 0, List.of(), List.of(), 0, 0, 0, null, Looks.NONE);
        twin.happens(new RunEvent.ChildEnded(other, 1, twin.now));
        assertThat(opened(twin)).hasSize(2);
    }

    @Test
    @DisplayName(
            "RUN-4 RUN-27 the time that specialists work counts for their parent, once where they work side by side")
    void timeCounts() {
        Given run = delegates("a", "b").timePasses(Duration.ofSeconds(2)).after(Duration.ofSeconds(100));
        reports(run, "a", Outcome.RESOLVED, Duration.ofSeconds(100)).after(Duration.ofSeconds(10));
        reports(run, "b", Outcome.RESOLVED, Duration.ofSeconds(108));
        Run parent = ((RunState.Open) run.state).run();
        assertThat(parent.tally().active()).isEqualTo(Duration.ofSeconds(110));
    }

    @Test
    @DisplayName("RUN-4 RUN-27 no specialist begins once the parent's time is used up: the limit ends it, with what is"
            + " known")
    void outOfTime() {
        Given run = delegates("a").after(Duration.ofSeconds(301));
        reports(run, "a", Outcome.FAILED, Duration.ofSeconds(300));
        assertThat(end(run).outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(end(run).handOver().known()).contains("a FAILED");
    }

    @Test
    @DisplayName("RUN-27 whoever listens to a run that is not known (any more) is told so")
    void forgotten() {
        Decision decision = RunMachine.decide(
                null, new RunEvent.ListenerJoined("gone", new Parent("run-1", "look", 1), Given.START));
        assertThat(decision.commands()).singleElement().isInstanceOfSatisfying(RunCommand.Report.class, told -> {
            assertThat(told.finding().runId()).isEqualTo("gone");
            assertThat(told.finding().verified()).isFalse();
        });
    }
}
