package io.flyball.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.notifier.delivery.DeliveryState.Delivered;
import io.flyball.notifier.delivery.DeliveryState.GaveUp;
import io.flyball.notifier.delivery.DeliveryState.Pending;
import io.flyball.notifier.delivery.DeliveryState.Sending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeliveryMachineTest {
    private static final Instant NOON = Walk.BEGIN;
    private static final Chain CHAIN = new Chain(List.of("slack", "log"), Duration.ofHours(24));

    private final DeliveryMachine machine = Walk.MACHINE;

    @Test
    @DisplayName("NTF-2 a message is sent at once, and delivered when the channel says so")
    void sentAtOnce() {
        Decision sent = machine.decide(DeliveryMachine.begin(CHAIN, NOON), time(NOON));
        assertThat(sent.commands()).containsExactly(new DeliveryCommand.Send("slack", 1));

        Decision delivered = machine.decide(sent.next(), answer(1, new Answer.Accepted("200 ok"), NOON.plusSeconds(1)));
        assertThat(delivered.next()).isEqualTo(new Delivered("slack", 1));
        assertThat(delivered.commands()).containsExactly(new DeliveryCommand.ReportDelivered("slack", 1, "200 ok"));
    }

    @Test
    @DisplayName("NTF-2 attempts are doubled apart, half of it by chance, and never more than the longest delay")
    void backsOff() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10));
        assertThat(backoff.after(1, 0)).isEqualTo(Duration.ofMillis(500));
        assertThat(backoff.after(1, 0.5)).isEqualTo(Duration.ofMillis(750));
        assertThat(backoff.after(4, 0)).isEqualTo(Duration.ofSeconds(4));
        assertThat(backoff.after(20, 0)).isEqualTo(Duration.ofMinutes(5));
        assertThat(backoff.after(Integer.MAX_VALUE, 0.999)).isLessThan(Duration.ofMinutes(10));
    }

    @Test
    @DisplayName("NTF-2 Retry-After counts where it is longer than the delay")
    void retryAfter() {
        Decision later = machine.decide(
                sending(1), answer(1, new Answer.NotNow("429", Duration.ofSeconds(90)), NOON.plusSeconds(1)));
        assertThat(later.next())
                .isEqualTo(new Pending(CHAIN, 2, NOON.plusSeconds(91), NOON.plus(Duration.ofHours(24))));

        Decision sooner = machine.decide(
                sending(5), answer(5, new Answer.NotNow("429", Duration.ofSeconds(1)), NOON.plusSeconds(1)));
        assertThat(((Pending) sooner.next()).dueAt()).isAfter(NOON.plusSeconds(5));
    }

    @Test
    @DisplayName("NTF-2 what is refused for good, or asks to wait for too long, goes to the next channel at once")
    void nextChannel() {
        for (Answer answer :
                List.of(new Answer.Never("404 no_service"), new Answer.NotNow("503", Duration.ofHours(30)))) {
            Decision next = machine.decide(sending(1), answer(1, answer, NOON.plusSeconds(1)));
            assertThat(next.next()).isInstanceOfSatisfying(Pending.class, pending -> {
                assertThat(pending.chain().channels()).containsExactly("log");
                assertThat(pending.attempt()).isEqualTo(1);
                assertThat(pending.dueAt()).isEqualTo(NOON.plusSeconds(1));
            });
            assertThat(next.commands()).singleElement().isInstanceOf(DeliveryCommand.ReportFailed.class);
        }
    }

    @Test
    @DisplayName("NTF-2 an attempt without an answer, as after a crash, is made again")
    void noAnswer() {
        assertThat(machine.decide(sending(1), time(NOON.plus(Walk.PATIENCE).minusMillis(1)))
                        .why())
                .isEqualTo("waits for the answer");
        assertThat(machine.decide(sending(1), time(NOON.plus(Walk.PATIENCE))).next())
                .isInstanceOfSatisfying(
                        Pending.class, pending -> assertThat(pending.attempt()).isEqualTo(2));
    }

    @Test
    void aLateYesCountsAndALateNoDoesNot() {
        Pending waiting = new Pending(CHAIN, 3, NOON.plusSeconds(60), NOON.plusSeconds(3600));
        assertThat(machine.decide(waiting, answer(2, new Answer.Accepted("200"), NOON))
                        .next())
                .isEqualTo(new Delivered("slack", 2));
        assertThat(machine.decide(waiting, answer(2, new Answer.Never("404"), NOON))
                        .next())
                .isEqualTo(waiting);
        assertThat(machine.decide(sending(3), answer(2, new Answer.Accepted("200"), NOON))
                        .next())
                .isEqualTo(new Delivered("slack", 2));
    }

    @Test
    void givesUpAfterTheLastChannel() {
        Sending last = new Sending(
                new Chain(List.of("slack"), Duration.ofHours(24)), 7, NOON.plusSeconds(15), NOON.plusSeconds(20));
        Decision gaveUp = machine.decide(last, answer(7, new Answer.NotNow("500", null), NOON.plusSeconds(19)));
        assertThat(gaveUp.next()).isInstanceOf(GaveUp.class);
        assertThat(gaveUp.why()).contains("500").contains("PT24H");
    }

    private static Sending sending(int attempt) {
        return new Sending(CHAIN, attempt, NOON.plus(Walk.PATIENCE), NOON.plus(Duration.ofHours(24)));
    }

    private static DeliveryEvent time(Instant at) {
        return new DeliveryEvent.TimePassed(at, 0.5);
    }

    private static DeliveryEvent answer(int attempt, Answer answer, Instant at) {
        return new DeliveryEvent.Answered("slack", attempt, answer, at, 0.5);
    }
}
