package io.flyball.governor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ActionVerdict;
import io.flyball.contract.ApprovalAnswer;
import io.flyball.contract.Verdict;
import io.flyball.platform.stop.StopState;
import io.flyball.testkit.Seeds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Proposals, answers, time and stops in any order, some of them twice or more")
class ShuffledInputsTest {
    private static final int RUNS = 12;
    private static final String[] VERBS = {"status", "restart", "rollback", "rollback", "rollback", "destroy"};

    @TempDir
    Path state;

    static Stream<Named<Long>> seeds() {
        return Seeds.stream(25);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyActionEndsOnce(long seed) {
        Random random = new Random(seed);
        List<ActionProposal> actions = IntStream.range(0, RUNS)
                .mapToObj(run -> RecordsFixture.proposal("r" + run, VERBS[random.nextInt(VERBS.length)]))
                .toList();
        try (var governor = new TopologyHarness(state)) {
            List<Runnable> inputs = inputs(governor, actions, random);
            inputs.forEach(Runnable::run);
            // Whatever order came before: everything is proposed at last, the stop is off, and the time is up.
            actions.forEach(governor::propose);
            governor.stop = new StopState.Clear();
            governor.advance(Duration.ofSeconds(1));
            governor.advance(Duration.ofSeconds(400));

            check(actions, governor.verdicts());
        }
    }

    private static List<Runnable> inputs(TopologyHarness governor, List<ActionProposal> actions, Random random) {
        List<Runnable> inputs = new ArrayList<>();
        for (ActionProposal action : actions) {
            repeat(inputs, random, () -> governor.propose(action));
            for (int i = 0; i < random.nextInt(3); i++) {
                ApprovalAnswer kind = ApprovalAnswer.values()[random.nextInt(ApprovalAnswer.values().length)];
                var answer = RecordsFixture.answer(action, "a" + i, kind, "p" + i);
                repeat(inputs, random, () -> governor.answer(answer));
            }
        }
        for (int i = 0; i < 6; i++) {
            Duration time = Duration.ofSeconds(random.nextInt(100));
            inputs.add(() -> governor.advance(time));
        }
        inputs.add(() -> governor.stop = new StopState.Stopped("agent:emergency_stop", "drill", "ann", null));
        inputs.add(() -> governor.stop = new StopState.Clear());
        Collections.shuffle(inputs, random);
        return inputs;
    }

    private static void repeat(List<Runnable> inputs, Random random, Runnable input) {
        for (int i = 0; i <= random.nextInt(3); i++) {
            inputs.add(input);
        }
    }

    private static void check(List<ActionProposal> actions, List<ActionVerdict> verdicts) {
        Map<String, Set<ActionVerdict>> byId = new HashMap<>();
        Map<String, Set<ActionVerdict>> lastByAction = new HashMap<>();
        for (ActionVerdict verdict : verdicts) {
            byId.computeIfAbsent(verdict.getId(), _ -> new HashSet<>()).add(verdict);
            if (verdict.getVerdict() != Verdict.HOLD_FOR_APPROVAL) {
                lastByAction
                        .computeIfAbsent(verdict.getActionId(), _ -> new HashSet<>())
                        .add(verdict);
            }
        }
        assertThat(byId).allSatisfy((_, same) -> assertThat(same).hasSize(1));
        assertThat(lastByAction)
                .hasSameSizeAs(actions)
                .allSatisfy((_, last) -> assertThat(last).hasSize(1));
        for (ActionProposal action : actions) {
            ActionVerdict last =
                    lastByAction.get(action.getActionId()).iterator().next();
            String verb = action.getArgumentsJson();
            if (verb.contains("status")) {
                assertThat(last.getVerdict()).isEqualTo(Verdict.ALLOW);
            } else if (verb.contains("restart")) {
                assertThat(last.getVerdict()).isEqualTo(Verdict.ALLOW_AND_NOTIFY);
            } else if (verb.contains("destroy")) {
                assertThat(last.getVerdict()).isEqualTo(Verdict.DENY);
            } else {
                assertThat(last.getVerdict() == Verdict.ALLOW).isEqualTo(last.getApprovedBy() != null);
            }
        }
    }
}
