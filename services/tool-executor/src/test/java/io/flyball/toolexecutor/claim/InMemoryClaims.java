package io.flyball.toolexecutor.claim;

import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.stop.StopValue;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Claims for tests that need no Redis. The keys of the stop are set by hand. */
public final class InMemoryClaims implements Claims {
    private record Claim(
            String attempt,
            String executor,
            Instant aliveUntil,
            @Nullable String result) {}

    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final ClaimSettings settings;
    private final Clock clock;
    private @Nullable Instant epoch;

    public InMemoryClaims(ClaimSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public synchronized void set(String key, @Nullable String value) {
        if (value == null) {
            keys.remove(key);
        } else {
            keys.put(key, value);
        }
    }

    synchronized void forgetEverything() {
        claims.clear();
        keys.clear();
        epoch = null;
    }

    @Override
    public synchronized Standing look(ClaimRequest request) {
        Claim claim = claims.get(request.actionId());
        if (claim == null) {
            return request.mayRepeat() || !request.requestedAt().isBefore(epoch().plus(settings.clockSkew()))
                    ? new Standing.Free()
                    : new Standing.Lost("forgotten");
        }
        if (claim.result() != null) {
            return new Standing.Finished(claim.result());
        }
        if (claim.attempt().equals(request.attempt())) {
            return new Standing.Free();
        }
        if (claim.aliveUntil().isAfter(clock.instant())) {
            return new Standing.Running(claim.executor());
        }
        return request.mayRepeat() ? new Standing.Free() : new Standing.Lost(claim.executor() + " is gone");
    }

    @Override
    public synchronized Ticket start(ClaimRequest request) {
        Standing standing = look(request);
        if (!(standing instanceof Standing.Free)) {
            return new Ticket.Taken(standing);
        }
        String stop = keys.get(StopValue.KEY);
        if (stop == null) {
            return new Ticket.Unclear("missing");
        }
        if (StopValue.read(stop) instanceof StopState.Stopped on) {
            return new Ticket.Stopped(on);
        }
        for (KillSwitch one : request.switches()) {
            if (StopValue.readKillSwitch(one.key(), keys.get(one.key())) instanceof StopState.Stopped on) {
                return new Ticket.Stopped(on);
            }
        }
        claims.put(request.actionId(), new Claim(request.attempt(), request.executor(), aliveUntil(), null));
        return new Ticket.Granted();
    }

    @Override
    public synchronized void renew(ClaimRequest request) {
        claims.computeIfPresent(
                request.actionId(),
                (_, claim) -> isHeld(claim, request)
                        ? new Claim(claim.attempt(), claim.executor(), aliveUntil(), null)
                        : claim);
    }

    @Override
    public synchronized void release(ClaimRequest request) {
        claims.computeIfPresent(request.actionId(), (_, claim) -> isHeld(claim, request) ? null : claim);
    }

    @Override
    public synchronized String finish(ClaimRequest request, String result) {
        Claim claim = claims.get(request.actionId());
        boolean mine = claim != null && claim.attempt().equals(request.attempt());
        if (claim != null && claim.result() != null && !mine) {
            return claim.result();
        }
        claims.put(request.actionId(), new Claim(request.attempt(), request.executor(), aliveUntil(), result));
        return result;
    }

    @Override
    public synchronized String giveUp(ClaimRequest request, String result) {
        Claim claim = claims.get(request.actionId());
        if (claim != null && claim.result() != null) {
            return claim.result();
        }
        String attempt = claim == null ? "" : claim.attempt();
        claims.put(request.actionId(), new Claim(attempt, request.executor(), aliveUntil(), result));
        return result;
    }

    @Override
    public synchronized Optional<String> witness() {
        epoch();
        return Optional.empty();
    }

    private Instant epoch() {
        if (epoch == null) {
            epoch = clock.instant();
        }
        return epoch;
    }

    private Instant aliveUntil() {
        return clock.instant().plus(settings.lease());
    }

    private static boolean isHeld(Claim claim, ClaimRequest request) {
        return claim.result() == null && claim.attempt().equals(request.attempt());
    }
}
