package io.flyball.planner;

import io.flyball.planner.choice.Mode;
import io.flyball.platform.workqueue.WorkQueueSettings;
import io.flyball.schemas.Topics;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How plan requests are worked on.
 *
 * @param mode which planner decides
 * @param workers how many requests this process works on at once
 * @param lock how long Kafka keeps a request from other workers without a sign of life
 * @param deliveryLimit after this many deliveries a request becomes a dead letter
 * @param stopLookEvery how often a waiting model call looks whether the stop is still on
 */
@ConfigurationProperties("flyball.planner")
record PlannerProperties(
        @DefaultValue("auto") Mode mode,
        @DefaultValue("8") int workers,
        @DefaultValue("30s") Duration lock,
        @DefaultValue("5") int deliveryLimit,
        @DefaultValue("500ms") Duration stopLookEvery) {
    private static final String GROUP = "planner";

    PlannerProperties {
        require(workers > 0, "workers must be positive");
        require(lock.isPositive(), "lock must be positive");
        require(deliveryLimit > 1, "delivery-limit must be at least 2");
        require(stopLookEvery.isPositive(), "stop-look-every must be positive");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("flyball.planner." + rule);
        }
    }

    WorkQueueSettings queue() {
        return new WorkQueueSettings(Topics.PLAN_REQUESTS, GROUP, workers, lock, deliveryLimit);
    }
}
