package io.flyball.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A service that is away for long costs a run that waits for it nothing. */
class NobodyThereTest {
    private static final Duration AWAY = Duration.ofMinutes(20);

    private static RunState.Open open(Given run) {
        return (RunState.Open) Objects.requireNonNull(run.state);
    }

    private static Duration active(Given run) {
        return open(run).run().tally().active();
    }

    /** Nobody is there from now on; half of the absence has passed when the run hears of it. */
    private static Given away(Given run, Answerer who) {
        Instant since = run.now;
        Duration half = AWAY.dividedBy(2);
        run.after(half).happens(new RunEvent.NobodyThere(who, since, run.now));
        return run.after(half).happens(new RunEvent.SomebodyBack(who, since, run.now));
    }

    private static Given acting() {
        return Given.anOpenRun().proposes(Given.read(0, "look"));
    }

    @Test
    @DisplayName("RUN-27 RUN-24 while no planner is there a run's time stands still, and people are told")
    void planner() {
        Given run = Given.anOpenRun().timePasses(Duration.ofSeconds(20));
        Instant deadline = ((RunState.Planning) open(run)).deadline();
        away(run, Answerer.PLANNER).timePasses(Duration.ofSeconds(1));

        assertThat(run.state).isInstanceOf(RunState.Planning.class);
        assertThat(((RunState.Planning) open(run)).deadline()).isEqualTo(deadline.plus(AWAY));
        assertThat(active(run)).isEqualTo(Duration.ofSeconds(21));
        assertThat(run.commands(RunCommand.Tell.class))
                .extracting(RunCommand.Tell::fact)
                .contains(new RunFact.RunHeld("no planner is there since 2026-01-01T00:00:20Z; its time stands still"))
                .contains(new RunFact.RunReleased("a planner is there again"));
    }

    @Test
    @DisplayName("RUN-27 RUN-24 the same with the tool executor, also if it dies during a change")
    void executor() {
        Given run =
                Given.anOpenRun().proposes(Given.change(0, "restart", "shop")).allows(0, Effect.CHANGE);
        away(run, Answerer.EXECUTOR).timePasses(Duration.ofSeconds(299));
        assertThat(run.state).isInstanceOf(RunState.Acting.class);

        run.timePasses(Duration.ofSeconds(1));
        assertThat(run.state).isInstanceOf(RunState.Closing.class);
    }

    @Test
    @DisplayName("RUN-27 RUN-24 the same with the governor")
    void governor() {
        Given run = away(acting(), Answerer.GOVERNOR).timePasses(Duration.ofSeconds(1));

        assertThat(active(run)).isEqualTo(Duration.ofSeconds(1));
        run.allows(0, Effect.READ).ends(0, ToolResult.Status.SUCCEEDED);
        assertThat(run.state).isInstanceOf(RunState.Planning.class);
    }

    @Test
    @DisplayName("RUN-27 who is not waited for may be away: a run's time goes on, and nobody is told")
    void somebodyElse() {
        Given run = acting().after(Duration.ofSeconds(30));
        run.happens(new RunEvent.NobodyThere(Answerer.PLANNER, run.now.minusSeconds(30), run.now));

        assertThat(run.last.commands()).isEmpty();
        run.timePasses(Duration.ofSeconds(1));
        assertThat(active(run)).isEqualTo(Duration.ofSeconds(31));
    }

    @Test
    @DisplayName("RUN-27 a run that was answered while it was told waits for somebody else, and its time goes on")
    void answeredMeanwhile() {
        Given run = Given.anOpenRun();
        Instant since = run.now;
        run.after(AWAY).happens(new RunEvent.NobodyThere(Answerer.PLANNER, since, run.now));
        run.proposes(Given.read(0, "look")).after(Duration.ofSeconds(5));
        run.happens(new RunEvent.SomebodyBack(Answerer.PLANNER, since, run.now));

        assertThat(active(run)).isEqualTo(Duration.ofSeconds(5));
    }
}
