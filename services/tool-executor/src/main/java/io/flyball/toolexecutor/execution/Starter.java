package io.flyball.toolexecutor.execution;

import io.flyball.platform.stop.StopState;
import io.flyball.toolexecutor.claim.Claims;
import io.flyball.toolexecutor.claim.Standing;
import io.flyball.toolexecutor.claim.Ticket;
import io.flyball.toolexecutor.process.EndCause;
import io.flyball.toolexecutor.process.StartBy;
import io.flyball.toolexecutor.running.RunningCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets calls start, each by a fresh ticket. A ticket is as old as the question it answers; one that has grown too old, for
 * example because this process was held up, is asked for again. See docs/decisions/0010-start-ticket.md.
 */
final class Starter {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Claims claims;
    private final Duration ticketAge;
    private final Duration gateAge;
    private final Clock clock;

    /**
     * @param ticketAge after this long a ticket is worth nothing
     * @param gateAge after this long nothing begins on it any more, although it was found young enough
     */
    Starter(Claims claims, Duration ticketAge, Duration gateAge, Clock clock) {
        this.claims = claims;
        this.ticketAge = ticketAge;
        this.gateAge = gateAge;
        this.clock = clock;
    }

    /** Whether the call may start. */
    sealed interface Start {

        /** Now, at once, and not after {@code by}, whatever holds this process up. */
        record Go(Instant at, StartBy by) implements Start {

            /** The same permission; the call began earlier, with a look. */
            Go since(Instant earlier) {
                return new Go(earlier, by);
            }
        }

        /** Not while this stop is on. */
        record Stopped(StopState stop) implements Start {}

        /** It was told to end before it began. */
        record Ended(EndCause cause) implements Start {}

        /** Its grant was worth nothing any more at the moment of the start, and why; no claim is left. */
        record Gone(String why) implements Start {}

        /** Somebody else has it, or had it. */
        record Taken(Standing standing) implements Start {}
    }

    /** Waits while nobody can say whether a stop is on, but no longer than until the deadline. */
    Start start(RunningCall call, Instant deadline, Permit permit) throws InterruptedException {
        while (true) {
            Instant at = clock.instant();
            long asked = System.nanoTime();
            StartBy by = StartBy.in(gateAge);
            switch (claims.start(call.claim())) {
                case Ticket.Granted _ -> {
                    Optional<EndCause> ended = call.ending().cause();
                    if (ended.isPresent()) {
                        claims.release(call.claim());
                        return new Start.Ended(ended.get());
                    }
                    // After the ticket: it is granted only if the key names the newest order that is known here.
                    Optional<String> gone = permit.gone();
                    if (gone.isPresent()) {
                        claims.release(call.claim());
                        return new Start.Gone(gone.get());
                    }
                    if (System.nanoTime() - asked <= ticketAge.toNanos()) {
                        return new Start.Go(at, by);
                    }
                }
                case Ticket.Stopped stopped -> {
                    return new Start.Stopped(stopped.stop());
                }
                case Ticket.Taken taken -> {
                    return new Start.Taken(taken.standing());
                }
                case Ticket.Unclear unclear -> {
                    if (clock.instant().isAfter(deadline)) {
                        claims.release(call.claim());
                        return new Start.Stopped(new StopState.Unknown(unclear.why()));
                    }
                    Thread.sleep(PAUSE);
                }
            }
        }
    }
}
