package io.flyball.console.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.ingress.TokenBucket.Taking;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ING-6 a source's rate")
class TokenBucketTest {
    private static final IngressProperties.Rate RATE = new IngressProperties.Rate(10, 3);

    @Test
    void aBurstPassesAndThenTheRateHolds() {
        TokenBucket bucket = TokenBucket.full(RATE, 0);
        for (int i = 0; i < 3; i++) {
            bucket = ((Taking.Taken) bucket.take(RATE, 0)).left();
        }
        assertThat(bucket.take(RATE, 0)).isEqualTo(new Taking.Empty(Duration.ofMillis(100)));
        long later = Duration.ofMillis(100).toNanos();
        assertThat(bucket.take(RATE, later)).isInstanceOf(Taking.Taken.class);
    }

    @Test
    void whoWaitsAsLongAsToldIsLetIn() {
        TokenBucket empty = new TokenBucket(0.25, 1_000);
        Taking.Empty told = (Taking.Empty) empty.take(RATE, 1_000);
        assertThat(empty.take(RATE, 1_000 + told.retryAfter().toNanos())).isInstanceOf(Taking.Taken.class);
    }

    @Test
    void quietTimeFillsItNoFurtherThanTheBurst() {
        TokenBucket bucket = new TokenBucket(0, 0);
        assertThat(bucket.take(RATE, Duration.ofHours(1).toNanos()))
                .isEqualTo(
                        new Taking.Taken(new TokenBucket(2, Duration.ofHours(1).toNanos())));
    }

    @Test
    void aClockThatGoesBackTakesNothingAway() {
        assertThat(new TokenBucket(1, 1_000).take(RATE, 0)).isInstanceOf(Taking.Taken.class);
    }

    @Test
    @DisplayName("ING-4 a storm of 10,000 alerts in a minute passes with the default rate")
    void aStormPasses() {
        IngressProperties.Rate rate = IngressPropertiesTest.defaults().rate();
        TokenBucket bucket = TokenBucket.full(rate, 0);
        for (long i = 0; i < 10_000; i++) {
            bucket = ((Taking.Taken) bucket.take(rate, i * 6_000_000)).left();
        }
        assertThat(bucket.tokens()).isPositive();
    }
}
