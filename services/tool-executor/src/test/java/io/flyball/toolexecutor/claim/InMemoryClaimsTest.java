package io.flyball.toolexecutor.claim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

class InMemoryClaimsTest extends ClaimsContract {
    private Duration passed = Duration.ZERO;
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return Instant.now().plus(passed);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    private final InMemoryClaims claims = new InMemoryClaims(SETTINGS, clock);

    @Override
    Claims claims() {
        return claims;
    }

    @Override
    void set(String key, @Nullable String value) {
        claims.set(key, value);
    }

    @Override
    void letLeasePass() {
        passed = passed.plus(LEASE);
    }

    @Override
    void forgetEverything() {
        claims.forgetEverything();
    }
}
