package io.flyball.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * When an agent runs by itself.
 *
 * @param name unique within its agent
 * @param cron minute, hour, day of month, month, day of week; with a sixth field before them, seconds
 * @param zone the zone of the cron expression, for example Europe/Berlin; absent means UTC
 * @param goal what the run shall achieve
 * @param environment where it acts
 * @param missed what becomes of firings while nothing was up; absent means skip
 * @param inputs texts by name
 */
public record ScheduleDefinition(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String cron,
        @Nullable String zone,
        @JsonProperty(required = true) String goal,
        @JsonProperty(required = true) String environment,
        @Nullable Missed missed,
        @Nullable Map<String, String> inputs) {
    private static final int FIELDS_WITHOUT_SECONDS = 5;

    /** What becomes of firings that were missed. */
    public enum Missed {
        /** Nothing. */
        @JsonProperty("skip")
        SKIP,
        /** The newest of them opens one run, late. */
        @JsonProperty("run-once")
        RUN_ONCE
    }

    public ScheduleDefinition {
        zone = zone == null ? "UTC" : zone;
        missed = missed == null ? Missed.SKIP : missed;
        inputs = inputs == null ? Map.of() : Map.copyOf(inputs);
        expression(cron);
        zoneOf(zone);
    }

    /** The first firing after that time; empty if there is none any more. */
    public Optional<Instant> firingAfter(Instant time) {
        ZonedDateTime next = expression(cron).next(time.atZone(zoneOf(Objects.requireNonNull(zone))));
        return Optional.ofNullable(next).map(ZonedDateTime::toInstant);
    }

    private static CronExpression expression(String cron) {
        boolean seconds = cron.strip().split("\\s+").length != FIELDS_WITHOUT_SECONDS;
        return CronExpression.parse(seconds ? cron : "0 " + cron);
    }

    private static ZoneId zoneOf(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time zone is called " + zone, e);
        }
    }

    /** The same, if each has a name of its own. */
    static List<ScheduleDefinition> checked(List<ScheduleDefinition> schedules) {
        Map<String, Long> names =
                schedules.stream().collect(Collectors.groupingBy(ScheduleDefinition::name, Collectors.counting()));
        names.forEach((name, count) -> {
            if (count > 1) {
                throw new IllegalArgumentException("two schedules of the agent are called " + name);
            }
        });
        return List.copyOf(schedules);
    }
}
