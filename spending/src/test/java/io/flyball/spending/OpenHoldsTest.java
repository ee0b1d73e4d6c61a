package io.flyball.spending;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.testkit.Await;
import io.lettuce.core.RedisException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpenHoldsTest {
    private static final Counter TOKENS = new Counter("run:1", "", "t", Unit.TOKENS, 100, null);
    private static final Hold HOLD =
            new Hold("call", List.of(TOKENS), new Charge(60, 0), Duration.ofMinutes(5), "what it may have cost");

    private final Hearing counters = new Hearing();

    @Test
    @DisplayName(
            "COST-4 what was held although nobody heard the answer is given back, and never counts as an abandoned call")
    void unclear() {
        counters.rebuild(Map.of());
        counters.deaf = true;
        try (OpenHolds holds = new OpenHolds(counters, Clock.systemUTC())) {
            assertThat(holds.hold(HOLD)).isInstanceOf(HoldAnswer.Unclear.class);
            assertThat(counters.standing(TOKENS).held()).isEqualTo(60);

            counters.deaf = false;
            Await.that("it is given back").until(() -> counters.standing(TOKENS).held() == 0);

            assertThat(counters.standing(TOKENS).used()).isZero();
            assertThat(counters.hold(HOLD)).isInstanceOf(HoldAnswer.Repeated.class);
        }
    }

    @Test
    @DisplayName("COST-6 what is under way holds again after everything was lost, before the counters are ready")
    void lost() {
        counters.rebuild(Map.of());
        try (OpenHolds holds = new OpenHolds(counters, Clock.systemUTC())) {
            assertThat(holds.hold(HOLD)).isInstanceOf(HoldAnswer.Held.class);
            counters.forget();

            Await.that("it is held again").until(() -> counters.standing(TOKENS).held() == 60);
            holds.settle("call", List.of(TOKENS), new Charge(10, 0));
            assertThat(counters.standing(TOKENS)).isEqualTo(new Counters.Standing(10, 0, 100));
        }
    }

    /** Does what it is told; while it is deaf nobody hears that. */
    private static final class Hearing implements Counters {
        private volatile Counters kept = new CountersInMemory(Clock.systemUTC());
        private volatile boolean deaf;

        void forget() {
            kept = new CountersInMemory(Clock.systemUTC());
        }

        @Override
        public HoldAnswer hold(Hold hold) {
            HoldAnswer answer = kept.hold(hold);
            return deaf ? new HoldAnswer.Unclear("no answer in time") : answer;
        }

        @Override
        public void adopt(Hold hold) {
            kept.adopt(hold);
        }

        @Override
        public Settled settle(String call, List<Counter> all, Charge actual) {
            if (deaf) {
                throw new RedisException("no answer in time");
            }
            return kept.settle(call, all, actual);
        }

        @Override
        public void rebuild(Map<Counter, Long> spent) {
            kept.rebuild(spent);
        }

        @Override
        public boolean isReady() {
            return kept.isReady();
        }

        @Override
        public boolean raise(Counter counter, long to) {
            return kept.raise(counter, to);
        }

        @Override
        public Standing standing(Counter counter) {
            return kept.standing(counter);
        }
    }
}
