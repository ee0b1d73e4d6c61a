package io.flyball.orchestrator.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ActionVerdict;
import io.flyball.contract.Alert;
import io.flyball.contract.Outcome;
import io.flyball.contract.PlanRequest;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunHeld;
import io.flyball.contract.RunReleased;
import io.flyball.contract.RunResult;
import io.flyball.contract.ToolCall;
import io.flyball.orchestrator.Answers;
import io.flyball.orchestrator.run.Answerer;
import io.flyball.platform.wire.Unreadable;
import io.flyball.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Planner, governor or tool executor away for longer than any limit of a run. */
class AttendanceTopologyTest extends TopologyHarness {
    private static final Duration LONG = Duration.ofMinutes(30);

    @BeforeEach
    void raise() {
        send(Topics.ALERTS, "fp", Answers.alert("fp", START));
    }

    private void awayForLong(Answerer who) {
        gone.put(who, now());
        timePasses(LONG);
        gone.clear();
        timePasses(Duration.ofSeconds(1));
    }

    private PlanRequest question() throws Unreadable {
        return read(Topics.PLAN_REQUESTS, PlanRequest.class).getFirst();
    }

    private ActionProposal proposal() throws Unreadable {
        PlanRequest asked = question();
        send(Topics.PLAN_DECISIONS, asked.getRunId(), Answers.plan(asked, now()), now());
        return read(Topics.ACTION_PROPOSALS, ActionProposal.class).getFirst();
    }

    private ToolCall call() throws Unreadable {
        ActionProposal proposed = proposal();
        ActionVerdict verdict = Answers.allow(proposed, now());
        send(Topics.ACTION_VERDICTS, proposed.getRunId(), verdict, now());
        return read(Topics.TOOL_CALLS, ToolCall.class).getFirst();
    }

    private List<Outcome> ends() throws Unreadable {
        answerUntilQuiet(1, new Random(1));
        return read(Topics.RESULTS, RunResult.class).stream()
                .map(RunResult::getOutcome)
                .toList();
    }

    private List<Object> holds() throws Unreadable {
        return read(Topics.RUN_EVENTS, RunEvent.class).stream()
                .map(RunEvent::getWhat)
                .filter(what -> what instanceof RunHeld || what instanceof RunReleased)
                .<Object>map(what -> what.getClass().getSimpleName())
                .toList();
    }

    @Test
    @DisplayName("RUN-27 RUN-24 no planner for half an hour: told once, nothing is asked again, and the answer is used")
    void planner() throws Unreadable {
        PlanRequest asked = question();
        awayForLong(Answerer.PLANNER);
        assertThat(read(Topics.PLAN_REQUESTS, PlanRequest.class)).isEmpty();
        assertThat(holds()).containsExactly("RunHeld", "RunReleased");

        send(Topics.PLAN_DECISIONS, asked.getRunId(), Answers.plan(asked, now()), now());
        assertThat(ends()).containsExactly(Outcome.RESOLVED);
    }

    @Test
    @DisplayName("RUN-27 RUN-24 no governor for half an hour ends no run")
    void governor() throws Unreadable {
        ActionProposal proposed = proposal();
        awayForLong(Answerer.GOVERNOR);

        send(Topics.ACTION_VERDICTS, proposed.getRunId(), Answers.allow(proposed, now()), now());
        assertThat(ends()).containsExactly(Outcome.RESOLVED);
    }

    @Test
    @DisplayName("RUN-27 RUN-24 no tool executor for half an hour ends no run")
    void executor() throws Unreadable {
        ToolCall called = call();
        awayForLong(Answerer.EXECUTOR);

        send(Topics.TOOL_RESULTS, called.getRunId(), Answers.succeed(called, now()), now());
        assertThat(ends()).containsExactly(Outcome.RESOLVED);
    }

    @Test
    @DisplayName("RUN-24 an alert that joins meanwhile does not make the absence the run's own time")
    void joined() throws Unreadable {
        PlanRequest asked = question();
        gone.put(Answerer.PLANNER, now());
        timePasses(LONG);
        sendDated(
                Topics.ALERTS,
                "fp",
                Alert.newBuilder(Answers.alert("fp", now())).setId("again").build(),
                now());
        gone.clear();
        timePasses(Duration.ofSeconds(10));

        send(Topics.PLAN_DECISIONS, asked.getRunId(), Answers.plan(asked, now()), now());
        assertThat(ends()).containsExactly(Outcome.RESOLVED);
    }

    @Test
    @DisplayName("RUN-27 a restart of the planner is nothing to tell people of")
    void restart() throws Unreadable {
        question();
        gone.put(Answerer.PLANNER, now());
        timePasses(Duration.ofSeconds(20));
        gone.clear();
        timePasses(Duration.ofSeconds(1));

        assertThat(holds()).isEmpty();
    }

    @Test
    @DisplayName("RUN-4 a planner that is there and does not answer is not waited for")
    void slow() throws Unreadable {
        question();
        timePasses(LONG);

        assertThat(read(Topics.RESULTS, RunResult.class))
                .extracting(RunResult::getOutcome)
                .containsExactly(Outcome.TIMED_OUT);
    }
}
