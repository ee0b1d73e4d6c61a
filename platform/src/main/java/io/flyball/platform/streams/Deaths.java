package io.flyball.platform.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How often a topology's threads have died lately, and what follows. One that dies now and then is replaced at once; when they keep dying
 * the topology pauses, longer each time, and does not count as ready.
 *
 * @param recent when, the oldest first
 * @param since since when threads keep dying; null while they do not, and again once it has been quiet for {@link #REMEMBERED}
 * @param passing whether the newest died of something that passes by itself, such as a broker that is not there yet
 */
record Deaths(List<Instant> recent, @Nullable Instant since, boolean passing) {
    static final Deaths NONE = new Deaths(List.of(), null, false);

    /** A thread that has lived for so long has nothing to do with the deaths before. */
    static final Duration REMEMBERED = Duration.ofMinutes(2);

    /** That many within {@link #REMEMBERED} are replaced at once. */
    static final int REPLACED = 3;

    private static final Duration PROVEN = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** What passes by itself is looked for more often: whoever waits for it waits no longer than that after it has passed. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final int MOST_KEPT = 32;

    /** One more. */
    Deaths and(Instant at, boolean ofSomethingPassing) {
        Deaths lately = at(at);
        List<Instant> all = Stream.concat(
                        lately.recent.stream().skip(Math.max(0, lately.recent.size() - MOST_KEPT + 1L)), Stream.of(at))
                .toList();
        boolean begins = lately.since == null && all.size() > REPLACED;
        return new Deaths(all, begins ? at : lately.since, ofSomethingPassing);
    }

    /** Those that still count at that time. */
    Deaths at(Instant now) {
        Instant from = now.minus(REMEMBERED);
        List<Instant> left = recent.stream().filter(at -> at.isAfter(from)).toList();
        return new Deaths(left, left.isEmpty() ? null : since, passing);
    }

    /** Whether threads keep dying. */
    boolean tooMany() {
        return recent.size() > REPLACED;
    }

    /** Whether threads kept dying and what runs now has not run for much longer than it paused: it may well die again. */
    boolean isUncertain(Instant now) {
        return tooMany()
                && now.isBefore(recent.getLast().plus(pause().multipliedBy(2)).plus(PROVEN));
    }

    /** How long to wait before the next start. */
    Duration pause() {
        int doublings = Math.min(10, Math.max(0, recent.size() - REPLACED - 1));
        Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        Duration longest = passing ? LONGEST_WAIT : LONGEST_PAUSE;
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
