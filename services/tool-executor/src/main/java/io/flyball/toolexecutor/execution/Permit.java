package io.flyball.toolexecutor.execution;

import io.flyball.schemas.grant.Grant;
import io.flyball.schemas.grant.StopEpoch;
import io.flyball.schemas.grant.Worth;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The genuine grant of a call that waits for its start; it may lose its worth while it waits. */
final class Permit {
    private final Grant grant;
    private final Supplier<StopEpoch> seen;
    private final Clock clock;

    /** @param seen the newest orders that are known, whenever it is asked */
    Permit(Grant grant, Supplier<StopEpoch> seen, Clock clock) {
        this.grant = grant;
        this.seen = seen;
        this.clock = clock;
    }

    /** Why it is worth nothing any more; empty as long as it is good. */
    Optional<String> gone() {
        return switch (Worth.at(grant, seen.get(), clock.instant())) {
            case Worth.Good _ -> Optional.empty();
            case Worth.Gone gone -> Optional.of(gone.why());
            case Worth.Never never -> Optional.of(never.why());
        };
    }

    /** The call's deadline, or the end of the grant if that is earlier: longer there is nothing to wait for. */
    Instant waitUntil(Instant deadline) {
        return endsBefore(deadline) ? grant.notAfter() : deadline;
    }

    boolean endsBefore(Instant deadline) {
        return grant.notAfter().isBefore(deadline);
    }
}
