package io.flyball.drills.outage;

import io.flyball.drills.load.Source.Cause;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One outage.
 *
 * @param runs how many runs are opened for it
 * @param alerts how many new alerts are raised meanwhile
 * @param away how long
 * @param cause whose runs they are
 */
public record OutageSettings(Part part, int runs, int alerts, Duration away, Cause cause, long seed) {
    /** With the limits that ship: five minutes of active time. */
    public static final Cause USUAL = new Cause("FlyballDrill", "drill");

    /** With 40 seconds of active time, so that a short absence tells as much. */
    public static final Cause BRIEF = new Cause("FlyballBriefDrill", "brief-drill");

    /** A read that nobody answers is ended after a minute. */
    private static final Duration READ_ENDS = Duration.ofSeconds(60);

    public OutageSettings {
        if (runs < Role.values().length || alerts < 4 || away.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "at least " + Role.values().length + " runs, 4 alerts and 1 second of absence");
        }
    }

    /** Whether there is time for a read to time out, so that its run waits to try it again. */
    boolean hasTimeForRetries() {
        return away.compareTo(READ_ENDS) >= 0;
    }

    /** Roles that can be played in that time. */
    List<Role> roles() {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.RETRYING || hasTimeForRetries())
                .toList();
    }

    String name(String what, int number) {
        return what + "-" + part.label() + "-" + Long.toString(seed, Character.MAX_RADIX) + "-" + number;
    }

    /** The alert of that number. */
    String alert(int number) {
        return name("new", number);
    }

    /** Whether it resolves while everybody is away: one in four. */
    boolean resolvesMeanwhile(int number) {
        return number % 4 == 3;
    }

    /** The alerts that do. */
    Set<String> resolvedAlerts() {
        return IntStream.range(0, alerts)
                .filter(this::resolvesMeanwhile)
                .mapToObj(this::alert)
                .collect(Collectors.toUnmodifiableSet());
    }
}
