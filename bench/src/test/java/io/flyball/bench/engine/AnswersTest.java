package io.flyball.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.Outcome;
import io.flyball.contract.PlanDecision;
import io.flyball.contract.PlanDecisionKind;
import io.flyball.contract.PlanRequest;
import io.flyball.contract.RemainingLimits;
import io.flyball.contract.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final Answers answers = Answers.ofSteps(3);

    @Test
    @DisplayName("Three steps of one reading action each, then the end; no two actions alike")
    void threeStepsThenTheEnd() {
        Set<String> arguments = IntStream.rangeClosed(1, 3)
                .mapToObj(step -> answers.plan(request(step), NOW))
                .map(plan -> plan.getActions().getFirst().getArgumentsJson())
                .collect(Collectors.toSet());
        assertThat(arguments).hasSize(3);

        PlanDecision last = answers.plan(request(4), NOW);
        assertThat(last.getDecision()).isEqualTo(PlanDecisionKind.FINISH);
        assertThat(last.getFinish().getOutcome()).isEqualTo(Outcome.NOT_REPRODUCED);
        assertThat(last.getId()).isEqualTo("run:p4.1:d");
    }

    @Test
    void everythingIsAllowedUnlessItIsHeld() {
        assertThat(answers.verdict(proposal(), NOW).getVerdict()).isEqualTo(Verdict.ALLOW);

        Instant until = NOW.plus(Duration.ofDays(1));
        var held = new Answers(1, Optional.of(until)).verdict(proposal(), NOW);
        assertThat(held.getVerdict()).isEqualTo(Verdict.HOLD_FOR_APPROVAL);
        assertThat(held.getApprovalId()).isEqualTo("run:1:0");
        assertThat(held.getExpiresAt()).isEqualTo(until);
        assertThat(answers.allow(proposal(), 2, NOW).getId()).isEqualTo("run:1:0:v2");
    }

    private static PlanRequest request(int step) {
        return PlanRequest.newBuilder()
                .setId("run:p" + step + ".1")
                .setRunId("run")
                .setTenant("default")
                .setPrincipal("bench")
                .setAgent("self-check")
                .setEnvironment("production")
                .setStep(step)
                .setGoal("measure")
                .setRemaining(new RemainingLimits(1, 1, 1, 1L, 1L, 1L))
                .setDeadline(NOW)
                .setRequestedAt(NOW)
                .build();
    }

    private static ActionProposal proposal() {
        return ActionProposal.newBuilder()
                .setActionId("run:1:0")
                .setRunId("run")
                .setTenant("default")
                .setPrincipal("bench")
                .setAgent("self-check")
                .setEnvironment("production")
                .setStep(1)
                .setIndex(0)
                .setGoal("measure")
                .setTool("read_file")
                .setArgumentsJson("{}")
                .setReasoning("")
                .setActionHash("hash")
                .setProposedAt(NOW)
                .build();
    }
}
