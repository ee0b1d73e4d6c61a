package io.flyball.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waiting for a condition, never for time: looks at once and then every 20 ms, for two minutes unless told otherwise: four times slower machines must pass, too. */
public final class Await {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private Await() {}

    /**
     * For example {@code Await.that("the run has ended").until(() -> ...)}; {@code atMost} may follow.
     *
     * @param what is said in the message when it does not come true
     */
    public static ConditionFactory that(String what) {
        return Awaitility.await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK_EVERY)
                .atMost(AT_MOST);
    }
}
