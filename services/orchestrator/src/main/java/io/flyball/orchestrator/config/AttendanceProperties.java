package io.flyball.orchestrator.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the orchestrator sees whether the services are there that its runs wait for: by the members of their groups at the broker. A group
 * that the broker does not know says nothing.
 *
 * @param every how often is looked while runs wait
 * @param forgottenAfter how long a member that died may still be in its group; longer than the broker's session time-outs
 * @param planner share group of the planner
 * @param governor consumer group of the governor
 * @param executor share group of the tool executor
 */
@ConfigurationProperties("flyball.orchestrator.attendance")
public record AttendanceProperties(
        @DefaultValue("2s") Duration every,
        @DefaultValue("10s") Duration forgottenAfter,
        @DefaultValue("planner") String planner,
        @DefaultValue("governor") String governor,
        @DefaultValue("tool-executor") String executor) {

    public AttendanceProperties {
        if (!every.isPositive() || every.compareTo(Duration.ofSeconds(15)) > 0) {
            throw new IllegalArgumentException("flyball.orchestrator.attendance.every must be up to 15 s");
        }
        if (forgottenAfter.isNegative()) {
            throw new IllegalArgumentException("flyball.orchestrator.attendance.forgotten-after must not be negative");
        }
    }
}
