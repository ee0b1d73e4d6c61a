package io.flyball.notifier.delivery;

import io.flyball.notifier.delivery.DeliveryCommand.ReportDelivered;
import io.flyball.notifier.delivery.DeliveryCommand.ReportFailed;
import io.flyball.notifier.delivery.DeliveryCommand.Send;
import io.flyball.notifier.delivery.DeliveryEvent.Answered;
import io.flyball.notifier.delivery.DeliveryEvent.TimePassed;
import io.flyball.notifier.delivery.DeliveryState.Delivered;
import io.flyball.notifier.delivery.DeliveryState.GaveUp;
import io.flyball.notifier.delivery.DeliveryState.Pending;
import io.flyball.notifier.delivery.DeliveryState.Sending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides when a message is sent, again, elsewhere, or no more. */
public final class DeliveryMachine {
    private final Backoff backoff;
    private final Duration patience;

    /**
     * A machine.
     *
     * @param patience after this long without an answer an attempt counts as failed
     */
    public DeliveryMachine(Backoff backoff, Duration patience) {
        this.backoff = backoff;
        this.patience = patience;
    }

    /** A message at the beginning of a chain, due at once. */
    public static DeliveryState.Open begin(Chain chain, Instant at) {
        return new Pending(chain, 1, at, at.plus(chain.retryFor()));
    }

    public Decision decide(DeliveryState state, DeliveryEvent event) {
        return switch (state) {
            case Pending s -> whilePending(s, event);
            case Sending s -> whileSending(s, event);
            case Delivered _ -> Decision.stay(state, "it is delivered");
            case GaveUp _ -> Decision.stay(state, "it was given up");
        };
    }

    private Decision whilePending(Pending s, DeliveryEvent event) {
        return switch (event) {
            case TimePassed e when e.at().isBefore(s.dueAt()) -> Decision.stay(s, "not due yet");
            case TimePassed e -> send(s, e.at());
            case Answered e when late(e, s.chain(), s.attempt()) -> delivered(e);
            case Answered _ -> Decision.stay(s, "the answer to an attempt that counted as failed");
        };
    }

    private Decision whileSending(Sending s, DeliveryEvent event) {
        return switch (event) {
            case TimePassed e when e.at().isBefore(s.dueAt()) -> Decision.stay(s, "waits for the answer");
            case TimePassed e ->
                notNow(s, new Answer.NotNow("no answer within " + patience.toSeconds() + " s", null), e);
            case Answered e when e.channel().equals(s.chain().first()) && e.attempt() == s.attempt() -> answered(s, e);
            case Answered e when late(e, s.chain(), s.attempt()) -> delivered(e);
            case Answered _ -> Decision.stay(s, "the answer to an attempt that counted as failed");
        };
    }

    private Decision answered(Sending s, Answered event) {
        return switch (event.answer()) {
            case Answer.Accepted _ -> delivered(event);
            case Answer.NotNow answer -> notNow(s, answer, event);
            case Answer.Never answer -> next(s, answer.reason(), event.at());
        };
    }

    /** A yes counts however late it comes, because people have the message; it saves them a second one. */
    private static boolean late(Answered event, Chain chain, int attempt) {
        return event.answer() instanceof Answer.Accepted
                && event.channel().equals(chain.first())
                && event.attempt() < attempt;
    }

    private Decision send(Pending s, Instant at) {
        return new Decision(
                new Sending(s.chain(), s.attempt(), at.plus(patience), s.giveUpAt()),
                List.of(new Send(s.chain().first(), s.attempt())),
                "it is due");
    }

    private static Decision delivered(Answered event) {
        String detail = event.answer() instanceof Answer.Accepted accepted ? accepted.detail() : "";
        return new Decision(
                new Delivered(event.channel(), event.attempt()),
                List.of(new ReportDelivered(event.channel(), event.attempt(), detail)),
                "the channel has it");
    }

    private Decision notNow(Sending s, Answer.NotNow answer, DeliveryEvent event) {
        Instant again = event.at().plus(longer(backoff.after(s.attempt(), event.chance()), answer.retryAfter()));
        if (again.isAfter(s.giveUpAt())) {
            return next(s, answer.reason() + "; tried for " + s.chain().retryFor(), event.at());
        }
        return new Decision(
                new Pending(s.chain(), s.attempt() + 1, again, s.giveUpAt()),
                List.of(),
                "again later: " + answer.reason());
    }

    private static Decision next(Sending s, String reason, Instant at) {
        String failed = s.chain().first();
        var report = List.<DeliveryCommand>of(new ReportFailed(failed, s.attempt(), reason));
        Chain rest = s.chain().rest();
        return rest == null
                ? new Decision(new GaveUp(failed, s.attempt(), reason), report, "no channel is left: " + reason)
                : new Decision(begin(rest, at), report, "to the next channel: " + reason);
    }

    private static Duration longer(Duration delay, @Nullable Duration asked) {
        return asked == null || asked.compareTo(delay) < 0 ? delay : asked;
    }
}
