package io.flyball.toolexecutor.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calls are worked on.
 *
 * @param name by which results name this executor; its host and process unless set
 * @param workers how many calls run at once
 * @param lock how long Kafka keeps a call from other executors without a sign of life
 * @param deliveryLimit after this many deliveries a call becomes a dead letter
 * @param ticketAge after this long the permission to start is worth nothing and asked for again
 * @param gateAge this long after a permission was asked for a command's own gate lets nothing begin, whatever held the
 *     executor up; on Linux, to a hundredth of a second
 * @param blindLimit how long a running call may go on while the stop cannot be read
 */
@ConfigurationProperties("flyball.executor")
public record ExecutorProperties(
        @DefaultValue("") String name,
        @DefaultValue("8") int workers,
        @DefaultValue("30s") Duration lock,
        @DefaultValue("5") int deliveryLimit,
        @DefaultValue("200ms") Duration ticketAge,
        @DefaultValue("1s") Duration gateAge,
        @DefaultValue("5s") Duration blindLimit) {

    public ExecutorProperties {
        name = name.isBlank() ? ownName() : name;
        if (workers < 1) {
            throw new IllegalArgumentException("flyball.executor.workers must be at least 1");
        }
        if (!ticketAge.isPositive() || ticketAge.compareTo(Duration.ofSeconds(1)) > 0) {
            throw new IllegalArgumentException("flyball.executor.ticket-age must be positive and at most 1s");
        }
        if (gateAge.compareTo(ticketAge) < 0) {
            throw new IllegalArgumentException("flyball.executor.gate-age must be at least the ticket-age");
        }
        if (!blindLimit.isPositive()) {
            throw new IllegalArgumentException("flyball.executor.blind-limit must be positive");
        }
    }

    /** The same name for the same process, and another one for every other. */
    private static String ownName() {
        String host = System.getenv().getOrDefault("HOSTNAME", "local");
        return "tool-executor-" + host + "-" + ProcessHandle.current().pid();
    }
}
