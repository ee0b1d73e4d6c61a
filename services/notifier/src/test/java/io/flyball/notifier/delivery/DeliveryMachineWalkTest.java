package io.flyball.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.notifier.delivery.DeliveryCommand.ReportDelivered;
import io.flyball.notifier.delivery.DeliveryCommand.ReportFailed;
import io.flyball.notifier.delivery.DeliveryCommand.Send;
import io.flyball.notifier.delivery.Walk.Step;
import io.flyball.testkit.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Random walks of a message to people")
class DeliveryMachineWalkTest {
    private static final Path DIAGRAM = Path.of("../../docs/state/delivery.mmd");
    private static final int STEPS = 400;

    static Stream<Named<Long>> seeds() {
        return Seeds.stream(300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName(
            "NTF-2 an attempt is never begun before it is due, nor while another is under way, nor after the time to give up")
    void attemptsAreDue(long seed) {
        for (Step step : new Walk(seed).steps(STEPS)) {
            if (sends(step)) {
                assertThat(step.before()).isInstanceOfSatisfying(DeliveryState.Pending.class, pending -> {
                    assertThat(step.event().at()).isAfterOrEqualTo(pending.dueAt());
                    assertThat(pending.dueAt()).isBeforeOrEqualTo(pending.giveUpAt());
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("NTF-2 what the channel asks to wait is waited")
    void retryAfterIsHonoured(long seed) {
        for (Step step : new Walk(seed).steps(STEPS)) {
            if (step.event() instanceof DeliveryEvent.Answered answered
                    && answered.answer() instanceof Answer.NotNow notNow
                    && notNow.retryAfter() != null
                    && step.before() instanceof DeliveryState.Sending sending
                    && step.decision().next() instanceof DeliveryState.Pending pending
                    && pending.chain().equals(sending.chain())) {
                assertThat(pending.dueAt()).isAfterOrEqualTo(answered.at().plus(notNow.retryAfter()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("NTF-2 one receipt per channel at most, one delivery at most, and rest after it")
    void receipts(long seed) {
        List<Step> steps = new Walk(seed).steps(STEPS);
        List<DeliveryCommand> reports = steps.stream()
                .flatMap(step -> step.decision().commands().stream())
                .filter(command -> !(command instanceof Send))
                .toList();
        assertThat(reports.stream().map(DeliveryMachineWalkTest::channel)).doesNotHaveDuplicates();
        assertThat(reports.stream().filter(ReportDelivered.class::isInstance)).hasSizeLessThanOrEqualTo(1);
        for (Step step : steps) {
            if (!(step.before() instanceof DeliveryState.Open)) {
                assertThat(step.decision().next()).isEqualTo(step.before());
                assertThat(step.decision().commands()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("NTF-2 a yes is believed, whenever it comes from the channel that the message is at")
    void yesIsBelieved(long seed) {
        for (Step step : new Walk(seed).steps(STEPS)) {
            if (step.event() instanceof DeliveryEvent.Answered answered
                    && answered.answer() instanceof Answer.Accepted
                    && step.before() instanceof DeliveryState.Open open
                    && open.chain().first().equals(answered.channel())) {
                assertThat(step.decision().next()).isInstanceOf(DeliveryState.Delivered.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("NTF-2 no channel is tried for longer than it may be, and giving up ends at the last one")
    void endsInTime(long seed) {
        Instant arrived = Walk.BEGIN;
        for (Step step : new Walk(seed).steps(STEPS)) {
            boolean moves = step.before() instanceof DeliveryState.Open before
                    && step.decision().next() instanceof DeliveryState.Open next
                    && !before.chain().equals(next.chain());
            if (moves) {
                arrived = step.event().at();
            }
            if (sends(step) && step.before() instanceof DeliveryState.Pending pending) {
                assertThat(pending.dueAt())
                        .isBeforeOrEqualTo(arrived.plus(pending.chain().retryFor()));
            }
            if (step.decision().next() instanceof DeliveryState.GaveUp
                    && step.before() instanceof DeliveryState.Open last) {
                assertThat(last.chain().rest()).isNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName(
            "The same history gives the same decisions, each with its reason; a repeated event changes nothing more")
    void replayAndRedelivery(long seed) {
        List<Step> steps = new Walk(seed).steps(STEPS);
        assertThat(new Walk(seed).steps(STEPS)).isEqualTo(steps);
        for (Step step : steps) {
            assertThat(step.decision().why()).isNotBlank();
            if (step.event() instanceof DeliveryEvent.Answered) {
                Decision again = Walk.MACHINE.decide(step.decision().next(), step.event());
                assertThat(again.next()).isEqualTo(step.decision().next());
                assertThat(again.commands()).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("The state diagram is drawn from walks and is not stale")
    void theDiagramIsNotStale() throws IOException {
        List<Step> walked = LongStream.range(0, 2_000)
                .boxed()
                .flatMap(seed -> new Walk(seed).steps(STEPS).stream())
                .toList();
        String drawn = Diagram.of(walked);
        if (Boolean.getBoolean("flyball.redraw")) {
            Files.createDirectories(Objects.requireNonNull(DIAGRAM.getParent()));
            Files.writeString(DIAGRAM, drawn);
        }
        assertThat(DIAGRAM).as("redraw it by -Dflyball.redraw=true").hasContent(drawn);
    }

    private static boolean sends(Step step) {
        return step.decision().commands().stream().anyMatch(Send.class::isInstance);
    }

    private static String channel(DeliveryCommand report) {
        return switch (report) {
            case ReportDelivered delivered -> delivered.channel();
            case ReportFailed failed -> failed.channel();
            case Send send -> send.channel();
        };
    }
}
