package io.flyball.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;

class AwaitTest {

    @Test
    void looksUntilItIsTrue() {
        var looks = new AtomicInteger();
        Await.that("the third look").until(() -> looks.incrementAndGet() == 3);
        assertThat(looks).hasValue(3);
    }

    @Test
    void saysWhatDidNotComeTrue() {
        assertThatThrownBy(() -> Await.that("the sun rises in the west")
                        .atMost(Duration.ofMillis(100))
                        .until(() -> false))
                .isInstanceOf(ConditionTimeoutException.class)
                .hasMessageContaining("the sun rises in the west");
    }
}
