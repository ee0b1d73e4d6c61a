package io.flyball.governor.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.governor.approval.ApprovalCommand.GiveVerdict;
import io.flyball.governor.approval.ApprovalCommand.RefuseAnswer;
import io.flyball.governor.approval.ApprovalCommand.RemindPeople;
import io.flyball.governor.approval.ApprovalEvent.ActionProposed;
import io.flyball.governor.approval.ApprovalEvent.TimePassed;
import io.flyball.governor.approval.ApprovalState.Answered;
import io.flyball.governor.approval.ApprovalState.AwaitingApproval;
import io.flyball.governor.approval.ApprovalState.NotProposed;
import io.flyball.governor.approval.Walk.Step;
import io.flyball.testkit.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Random walks of an action through the approval machine")
class ApprovalMachineWalkTest {
    private static final Path DIAGRAM = Path.of("../../docs/state/approval.mmd");
    private static final int STEPS = 40;
    /** So short that no walk lasts until an answered action is forgotten. */
    private static final int SHORT = 200;

    private final ApprovalMachine machine = new ApprovalMachine(Events.RULES);

    static Stream<Named<Long>> seeds() {
        return Seeds.stream(500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("APR-2 there is one final verdict per action, and nothing contradicts it")
    void oneFinalVerdict(long seed) {
        Set<GivenVerdict> finals = new HashSet<>();
        for (Step step : new Walk(seed).steps(STEPS, SHORT)) {
            verdicts(step).filter(verdict -> verdict.kind().isFinal()).forEach(finals::add);
        }
        assertThat(finals).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("One verdict has one number, and one number one verdict")
    void numbersAreUnique(long seed) {
        Set<GivenVerdict> given = new HashSet<>();
        new Walk(seed).steps(STEPS, SHORT).forEach(step -> verdicts(step).forEach(given::add));
        assertThat(given.stream().map(GivenVerdict::number)).doesNotHaveDuplicates();
        assertThat(given).allMatch(verdict -> verdict.number() <= 2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("APR-1 nothing times out before its deadline, and nothing waits beyond it once time is looked at")
    void deadlines(long seed) {
        for (Step step : new Walk(seed).steps(STEPS, SHORT)) {
            if (step.before() instanceof AwaitingApproval waiting) {
                boolean timedOut = verdicts(step)
                        .anyMatch(verdict -> verdict.rule().equals("approval-timeout")
                                && verdict.kind().isFinal());
                boolean overdue = !step.event().at().isBefore(waiting.deadline());
                boolean looksAtTheClock =
                        step.event() instanceof TimePassed || step.event() instanceof ApprovalEvent.AnswerGiven;
                assertThat(timedOut).isEqualTo(overdue && looksAtTheClock);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName(
            "RUN-24 APR-1 an absence of the governor never shortens people's time, and never gives more than half of it anew")
    void absences(long seed) {
        for (Step step : new Walk(seed).steps(STEPS, SHORT)) {
            if (step.event() instanceof ApprovalEvent.GovernorBack back
                    && step.before() instanceof AwaitingApproval before) {
                var half = back.at().plus(Events.RULES.timeout().dividedBy(2));
                var after = (AwaitingApproval) step.decision().next();
                assertThat(after.deadline()).isAfterOrEqualTo(before.deadline());
                assertThat(after.deadline().isAfter(half))
                        .isEqualTo(before.deadline().isAfter(half));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("What is delivered again changes nothing")
    void redeliveryChangesNothing(long seed) {
        for (Step step : new Walk(seed).steps(STEPS, SHORT)) {
            if (!reminds(step)) {
                Decision again = machine.decide(step.decision().next(), step.event());
                assertThat(again.next()).isEqualTo(step.decision().next());
                assertThat(again.commands())
                        .allMatch(command -> command instanceof GiveVerdict || command instanceof RefuseAnswer);
            }
        }
    }

    /** Time that is looked at again may find the deadline that the reminder came with; time itself is never redelivered. */
    private static boolean reminds(Step step) {
        return step.decision().commands().stream()
                .anyMatch(it -> it instanceof RemindPeople || it instanceof ApprovalCommand.AskLonger);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("A proposal that comes again hears what was said before")
    void proposalsHearTheSame(long seed) {
        Set<GivenVerdict> given = new HashSet<>();
        for (Step step : new Walk(seed).steps(STEPS, SHORT)) {
            if (step.event() instanceof ActionProposed && !(step.before() instanceof NotProposed)) {
                assertThat(given).containsAll(verdicts(step).toList());
            }
            verdicts(step).forEach(given::add);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("The same history gives the same decisions")
    void replayGivesTheSame(long seed) {
        assertThat(new Walk(seed).steps(STEPS, SHORT)).isEqualTo(new Walk(seed).steps(STEPS, SHORT));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("Nothing happens without a reason, and nothing moves once it is answered but forgetting")
    void reasonsAndRest(long seed) {
        for (Step step : new Walk(seed).steps(STEPS, 20_000)) {
            assertThat(step.decision().why()).isNotBlank();
            if (step.before() instanceof Answered) {
                assertThat(step.decision().next()).isInstanceOfAny(Answered.class, NotProposed.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName(
            "GOV-15 sent in vain, it is governed again: each verdict has its own number, a grant is never older than its verdict's sending")
    void governedAgain(long seed) {
        Set<GivenVerdict> given = new HashSet<>();
        for (Step step : new Walk(seed, 3).steps(STEPS, SHORT)) {
            List<GivenVerdict> fresh =
                    verdicts(step).filter(verdict -> !given.contains(verdict)).toList();
            given.addAll(fresh);
            if (step.before() instanceof Answered settled
                    && !settled.given().getLast().kind().allows()) {
                assertThat(fresh).as("after a denial").isEmpty();
            }
            if (step.before() instanceof Answered && !fresh.isEmpty()) {
                assertThat(step.event()).isInstanceOf(ActionProposed.class);
            }
            assertThat(fresh).allMatch(verdict -> verdict.kind().allows() == (verdict.terms() != null));
        }
        assertThat(given.stream().map(GivenVerdict::number)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("GOV-15 a proposal that was sent in vain and is delivered again changes nothing")
    void redeliveryOfWhatWasSent(long seed) {
        for (Step step : new Walk(seed, 3).steps(STEPS, SHORT)) {
            if (step.event() instanceof ActionProposed) {
                assertThat(machine.decide(step.decision().next(), step.event()).next())
                        .isEqualTo(step.decision().next());
            }
        }
    }

    @Test
    @DisplayName("The state diagram is drawn from walks and is not stale")
    void theDiagramIsNotStale() throws IOException {
        List<Step> walked = LongStream.range(0, 3_000)
                .boxed()
                .flatMap(seed -> Stream.of(new Walk(seed), new Walk(seed, 3)))
                .flatMap(walk -> walk.steps(STEPS, 8_000).stream())
                .toList();
        String drawn = Diagram.of(walked);
        if (Boolean.getBoolean("flyball.redraw")) {
            Files.createDirectories(Objects.requireNonNull(DIAGRAM.getParent()));
            Files.writeString(DIAGRAM, drawn);
        }
        assertThat(DIAGRAM).as("redraw it by -Dflyball.redraw=true").hasContent(drawn);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("No walk finds a way that is not in the diagram")
    void theDiagramIsWhole(long seed) throws IOException {
        assertThat(Files.readString(DIAGRAM).lines().toList())
                .containsAll(Diagram.edges(new Walk(seed).steps(STEPS, 8_000)));
    }

    private static Stream<GivenVerdict> verdicts(Step step) {
        return step.decision().commands().stream()
                .filter(GiveVerdict.class::isInstance)
                .map(command -> ((GiveVerdict) command).verdict());
    }
}
