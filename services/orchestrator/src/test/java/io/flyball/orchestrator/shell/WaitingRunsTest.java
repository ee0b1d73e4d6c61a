package io.flyball.orchestrator.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ActionVerdict;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.contract.PlanDecision;
import io.flyball.contract.PlanDecisionKind;
import io.flyball.contract.PlanRequest;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunRequest;
import io.flyball.contract.RunResult;
import io.flyball.contract.RunStatus;
import io.flyball.contract.Verdict;
import io.flyball.orchestrator.Answers;
import io.flyball.orchestrator.admission.Settings;
import io.flyball.orchestrator.config.AdmissionProperties;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.wire.Unreadable;
import io.flyball.schemas.Topics;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Thousands of runs that wait for people, half for an answer and half for an approval. */
class WaitingRunsTest extends TopologyHarness {
    private static final int RUNS = 4_000;

    /** Every look at a run is one of its spans, so that they count the looks. */
    private final AtomicInteger looks = new AtomicInteger();

    @Override
    SpanProcessor spans() {
        return new SpanProcessor() {
            @Override
            public void onStart(Context parent, ReadWriteSpan span) {
                looks.incrementAndGet();
            }

            @Override
            public boolean isStartRequired() {
                return true;
            }

            @Override
            public void onEnd(ReadableSpan span) {}

            @Override
            public boolean isEndRequired() {
                return false;
            }
        };
    }

    @Override
    AdmissionProperties admission() {
        return Settings.with(set -> {
            set.openInAll = RUNS;
            set.openPerAgent = RUNS;
            set.runsPerHour = RUNS;
        });
    }

    private static String run(int number) {
        return "01900000-0000-7000-8000-%012d".formatted(number);
    }

    private static boolean asks(String runId) {
        return runId.charAt(runId.length() - 1) % 2 == 0;
    }

    @Override
    PlanDecision plan(PlanRequest request, Instant at) {
        return asks(request.getRunId()) && request.getStep() == 1
                ? PlanDecision.newBuilder(Answers.plan(request, at))
                        .setDecision(PlanDecisionKind.ASK)
                        .setActions(List.of())
                        .setQuestion("May it be restarted?")
                        .build()
                : Answers.plan(request, at);
    }

    private void open() throws Unreadable {
        for (int i = 0; i < RUNS; i++) {
            String id = run(i);
            send(
                    Topics.RUN_REQUESTS,
                    id,
                    RunRequest.newBuilder()
                            .setRunId(id)
                            .setPrincipal("ann")
                            .setAgent("service-restorer")
                            .setGoal("look at shop-" + i)
                            .setEnvironment("staging")
                            .setRequestedAt(START)
                            .build());
        }
        for (PlanRequest request : read(Topics.PLAN_REQUESTS, PlanRequest.class)) {
            send(Topics.PLAN_DECISIONS, request.getRunId(), plan(request, START));
        }
        for (ActionProposal proposal : read(Topics.ACTION_PROPOSALS, ActionProposal.class)) {
            send(
                    Topics.ACTION_VERDICTS,
                    proposal.getRunId(),
                    ActionVerdict.newBuilder(Answers.allow(proposal, START))
                            .setVerdict(Verdict.HOLD_FOR_APPROVAL)
                            .setApprovalId(proposal.getActionId())
                            .setExpiresAt(START.plus(Duration.ofDays(2)))
                            .build());
        }
    }

    private static int threads() {
        return Thread.getAllStackTraces().size();
    }

    @Test
    @DisplayName(
            "RUN-22 4,000 runs that wait for people take no thread and no look, also while the stop is on; an answer wakes one")
    void waiting() throws Unreadable {
        int before = threads();
        open();
        assertThat(history().stream()
                        .collect(Collectors.toMap(RunEvent::getRunId, RunEvent::getStatus, (_, newer) -> newer))
                        .values()
                        .stream()
                        .collect(Collectors.groupingBy(status -> status, Collectors.counting())))
                .containsEntry(RunStatus.AWAITING_ANSWER, RUNS / 2L)
                .containsEntry(RunStatus.AWAITING_APPROVAL, RUNS / 2L)
                .hasSize(2);
        looks.set(0);

        driver.advanceWallClockTime(Duration.ofHours(1));
        stop.set(new StopState.Stopped("emergency_stop", "a test", "ann", null));
        driver.advanceWallClockTime(Duration.ofMinutes(10));
        stop.set(new StopState.Clear());
        driver.advanceWallClockTime(Duration.ofMinutes(10));

        assertThat(looks).as("looks at runs in eighty minutes").hasValue(0);
        assertThat(history()).isEmpty();
        assertThat(threads()).as("threads").isLessThan(before + 10);
        List<String> answered = IntStream.range(0, 20)
                .mapToObj(WaitingRunsTest::run)
                .filter(WaitingRunsTest::asks)
                .toList();
        answered.forEach(this::answer);
        assertThat(history().stream().map(RunEvent::getRunId).distinct()).containsExactlyInAnyOrderElementsOf(answered);
        answerUntilQuiet(1, new Random(1));
        assertThat(read(Topics.RESULTS, RunResult.class)).hasSize(answered.size());
    }

    private void answer(String runId) {
        send(
                Topics.CONTROL,
                runId,
                ControlCommand.newBuilder()
                        .setId("answer-" + runId)
                        .setTarget(runId)
                        .setKind(ControlKind.ANSWER)
                        .setTenant("default")
                        .setReason("yes")
                        .setText("yes")
                        .setBy("ann")
                        .setChannel("cli")
                        .setAt(START)
                        .build());
    }
}
