package io.flyball.notifier.delivery;

import io.flyball.notifier.delivery.DeliveryEvent.Asked;
import io.flyball.notifier.delivery.DeliveryEvent.NotTaken;
import io.flyball.notifier.delivery.DeliveryEvent.Taken;
import io.flyball.notifier.delivery.DeliveryEvent.TimePassed;
import io.flyball.notifier.delivery.DeliveryState.Delivered;
import io.flyball.notifier.delivery.DeliveryState.GivenUp;
import io.flyball.notifier.delivery.DeliveryState.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every transition of a delivery: tried with growing pauses until it is taken or its time is up. */
public final class DeliveryMachine {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final int DOUBLINGS = 12;

    private final Duration retryFor;

    /** A machine that gives a channel up after that long. */
    public DeliveryMachine(Duration retryFor) {
        this.retryFor = retryFor;
    }

    /**
     * What was decided.
     *
     * @param next null once nothing is kept
     */
    public record Decision(@Nullable DeliveryState next, List<DeliveryCommand> commands, String why) {}

    /** What follows from the event. */
    public Decision decide(@Nullable DeliveryState state, DeliveryEvent event) {
        return switch (state) {
            case null -> unknown(event);
            case Pending s -> pending(s, event);
            case Delivered s -> over(s, s.forgetAt(), event);
            case GivenUp s -> over(s, s.forgetAt(), event);
        };
    }

    private static Decision unknown(DeliveryEvent event) {
        return switch (event) {
            case Asked e -> new Decision(new Pending(0, e.at(), e.at()), List.of(new DeliveryCommand.Attempt()), "asked");
            case Taken _, NotTaken _, TimePassed _ -> new Decision(null, List.of(), "no such delivery");
        };
    }

    private Decision pending(Pending s, DeliveryEvent event) {
        return switch (event) {
            case Taken e ->
                new Decision(
                        new Delivered(s.attempts() + 1, e.at().plus(REMEMBERED)),
                        List.of(new DeliveryCommand.TellDelivered(s.attempts() + 1, e.detail())),
                        "taken");
            case NotTaken e -> notTaken(s, e);
            case TimePassed e when !e.at().isBefore(s.nextAt()) ->
                new Decision(s, List.of(new DeliveryCommand.Attempt()), "due");
            case TimePassed _ -> new Decision(s, List.of(), "not due yet");
            case Asked _ -> new Decision(s, List.of(), "asked already");
        };
    }

    private Decision notTaken(Pending s, NotTaken e) {
        int attempts = s.attempts() + 1;
        Instant nextAt = e.at().plus(pause(attempts, e));
        if (e.permanent() || nextAt.isAfter(s.since().plus(retryFor))) {
            return new Decision(
                    new GivenUp(attempts, e.why(), e.at().plus(REMEMBERED)),
                    List.of(new DeliveryCommand.TellFailed(attempts, e.why())),
                    "given up: " + e.why());
        }
        return new Decision(new Pending(attempts, s.since(), nextAt), List.of(), "tried again later: " + e.why());
    }

    private static Duration pause(int attempts, NotTaken e) {
        if (e.retryAfter() != null) {
            return e.retryAfter();
        }
        Duration grown = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        Duration bounded = grown.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : grown;
        return bounded.plusMillis((long) (bounded.toMillis() * e.jitter() / 2));
    }

    private static Decision over(DeliveryState s, Instant forgetAt, DeliveryEvent event) {
        return switch (event) {
            case TimePassed e when !e.at().isBefore(forgetAt) ->
                new Decision(null, List.of(new DeliveryCommand.Forget()), "forgotten");
            case TimePassed _, Asked _, Taken _, NotTaken _ -> new Decision(s, List.of(), "over already");
        };
    }
}
