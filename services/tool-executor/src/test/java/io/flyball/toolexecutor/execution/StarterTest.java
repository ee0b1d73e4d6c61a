package io.flyball.toolexecutor.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.stop.StopValue;
import io.flyball.schemas.grant.Grant;
import io.flyball.schemas.grant.GrantedAction;
import io.flyball.schemas.grant.StopEpoch;
import io.flyball.toolexecutor.claim.ClaimRequest;
import io.flyball.toolexecutor.claim.ClaimSettings;
import io.flyball.toolexecutor.claim.Claims;
import io.flyball.toolexecutor.claim.InMemoryClaims;
import io.flyball.toolexecutor.claim.Standing;
import io.flyball.toolexecutor.claim.Ticket;
import io.flyball.toolexecutor.execution.Starter.Start;
import io.flyball.toolexecutor.process.EndCause;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.running.RunningCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StarterTest {
    private final InMemoryClaims claims = new InMemoryClaims(
            new ClaimSettings(Duration.ofSeconds(5), Duration.ofDays(1), Duration.ZERO), Clock.systemUTC());
    private final Ending ending = new Ending();
    private final ClaimRequest request =
            new ClaimRequest("action", Set.of(KillSwitch.agent("agent")), "attempt", "executor", true, Instant.now());
    private final RunningCall call = new RunningCall("run", request, ending);

    private StopEpoch seen = StopEpoch.NONE;
    private final Permit permit = new Permit(grant(Instant.MAX), () -> seen, Clock.systemUTC());

    private static Grant grant(Instant notAfter) {
        var action = new GrantedAction("run", "action", "hash", "default", "agent", "CHANGE", false);
        return new Grant(action, new StopEpoch(3, 0, 0, 0), "policy", "catalogue", null, notAfter);
    }

    @Test
    @DisplayName(
            "GOV-15 a stop that was ordered and released while the ticket was on its way: no start, and no claim is left")
    void aStopInBetween() throws Exception {
        claims.set(StopValue.KEY, "{\"active\":false}");
        Claims slow = new Slow(claims, () -> seen = new StopEpoch(5, 0, 0, 0));

        assertThat(starter(slow).start(call, Instant.now().plusSeconds(1), permit))
                .isInstanceOf(Start.Gone.class);
        assertThat(claims.look(request)).isEqualTo(new Standing.Free());
    }

    @Test
    @DisplayName("GOV-15 a grant that ran out on the way starts nothing")
    void ranOut() throws Exception {
        claims.set(StopValue.KEY, "{\"active\":false}");
        Permit old = new Permit(grant(Instant.EPOCH), () -> seen, Clock.systemUTC());

        assertThat(starter(claims).start(call, Instant.now().plusSeconds(1), old))
                .isInstanceOf(Start.Gone.class);
    }

    @Test
    @DisplayName("STOP-4 a ticket that grew old on its way is asked for again, and a stop that came meanwhile counts")
    void anOldTicketIsWorthNothing() throws Exception {
        claims.set(StopValue.KEY, "{\"active\":false}");
        AtomicInteger asked = new AtomicInteger();
        Claims slow = new Slow(claims, () -> {
            asked.incrementAndGet();
            LockSupport.parkNanos(Duration.ofMillis(60).toNanos());
            claims.set(StopValue.KEY, "{\"active\":true}");
        });

        Start start = starter(slow).start(call, Instant.now().plusSeconds(10), permit);

        assertThat(start).isInstanceOf(Start.Stopped.class);
        assertThat(asked).hasValue(2);
    }

    @Test
    @DisplayName("STOP-3 while nobody can say, nothing starts; after the deadline nobody waits")
    void unclear() throws Exception {
        Start start = starter(claims).start(call, Instant.now().plusMillis(300), permit);

        assertThat(start)
                .isInstanceOfSatisfying(
                        Start.Stopped.class,
                        stopped -> assertThat(stopped.stop()).isInstanceOf(StopState.Unknown.class));
    }

    @Test
    @DisplayName("STOP-2 what was told to end before it began does not begin and leaves no claim")
    void endedBefore() throws Exception {
        claims.set(StopValue.KEY, "{\"active\":false}");
        ending.end(EndCause.CANCELLED);

        assertThat(starter(claims).start(call, Instant.now().plusSeconds(1), permit))
                .isEqualTo(new Start.Ended(EndCause.CANCELLED));
        assertThat(claims.look(new ClaimRequest(
                        "action",
                        Set.of(KillSwitch.agent("agent")),
                        "other",
                        "executor",
                        false,
                        Instant.now().plusSeconds(1))))
                .isEqualTo(new Standing.Free());
    }

    @Test
    @DisplayName("TOOL-5 what another has is not started")
    void taken() throws Exception {
        claims.set(StopValue.KEY, "{\"active\":false}");
        claims.start(
                new ClaimRequest("action", Set.of(KillSwitch.agent("agent")), "other", "them", true, Instant.now()));

        assertThat(starter(claims).start(call, Instant.now().plusSeconds(1), permit))
                .isEqualTo(new Start.Taken(new Standing.Running("them")));
    }

    private static Starter starter(Claims claims) {
        return new Starter(claims, Duration.ofMillis(50), Duration.ofSeconds(1), Clock.systemUTC());
    }

    /** Claims whose answer to a start takes its time. */
    private record Slow(Claims claims, Runnable onTheWay) implements Claims {
        @Override
        public Standing look(ClaimRequest request) {
            return claims.look(request);
        }

        @Override
        public Ticket start(ClaimRequest request) {
            Ticket ticket = claims.start(request);
            onTheWay.run();
            return ticket;
        }

        @Override
        public void renew(ClaimRequest request) {
            claims.renew(request);
        }

        @Override
        public String finish(ClaimRequest request, String result) {
            return claims.finish(request, result);
        }

        @Override
        public String giveUp(ClaimRequest request, String result) {
            return claims.giveUp(request, result);
        }

        @Override
        public void release(ClaimRequest request) {
            claims.release(request);
        }

        @Override
        public Optional<String> witness() {
            return claims.witness();
        }
    }
}
