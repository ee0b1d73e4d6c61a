package io.flyball.orchestrator.admission;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.ScheduleDefinition;
import io.flyball.catalogue.ScheduleDefinition.Missed;
import io.flyball.orchestrator.admission.Fact.LastFiring;
import io.flyball.orchestrator.run.RunIds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Which schedules are due; what was dealt with is remembered, so a firing opens one run and no more. */
final class Schedules {
    /** How far to look back first: a dense schedule after a long silence is not gone through firing by firing. */
    private static final List<Duration> LOOKS =
            List.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(31));

    private record Scheduled(String agent, ScheduleDefinition schedule) {
        LastFiring until(Instant time) {
            return new LastFiring(agent, schedule.name(), time);
        }
    }

    private final List<Scheduled> all;
    private final Duration missedAfter;

    Schedules(List<AgentDefinition> agents, Duration missedAfter) {
        this.all = agents.stream().flatMap(Schedules::of).toList();
        this.missedAfter = missedAfter;
    }

    private static Stream<Scheduled> of(AgentDefinition agent) {
        return Objects.requireNonNull(agent.schedules()).stream()
                .map(schedule -> new Scheduled(agent.name(), schedule));
    }

    /**
     * A schedule that is due.
     *
     * @param done what is dealt with once it is followed
     * @param wish empty if the firing was missed and is skipped
     */
    record Due(LastFiring done, Optional<RunRequest> wish) {}

    /** What is due at that time, oldest first for each schedule. A schedule that is new begins now and looks back at nothing. */
    List<Due> due(Knowledge known, Instant now) {
        return all.stream().flatMap(scheduled -> due(known, scheduled, now)).toList();
    }

    private Stream<Due> due(Knowledge known, Scheduled it, Instant now) {
        Optional<LastFiring> last =
                known.find(LastFiring.key(it.agent(), it.schedule().name()), LastFiring.class);
        if (last.isEmpty()) {
            return Stream.of(new Due(it.until(now), Optional.empty()));
        }
        Instant missedBefore = now.minus(missedAfter);
        Instant begin = last.get().at().isAfter(missedBefore) ? last.get().at() : missedBefore.minusMillis(1);
        List<Instant> onTime = firings(it.schedule(), begin, now);
        return onTime.isEmpty()
                ? missed(it, last.get().at(), now)
                : onTime.stream().map(firing -> fires(it, firing));
    }

    private static Due fires(Scheduled it, Instant firing) {
        return new Due(it.until(firing), Optional.of(wish(it, firing)));
    }

    /** Those that nobody was there for; if another is on time, that one is run anyway. */
    private static Stream<Due> missed(Scheduled it, Instant last, Instant now) {
        return newest(it.schedule(), last, now).stream()
                .map(firing -> it.schedule().missed() == Missed.RUN_ONCE
                        ? fires(it, firing)
                        : new Due(it.until(firing), Optional.empty()));
    }

    private static List<Instant> firings(ScheduleDefinition schedule, Instant after, Instant now) {
        return Stream.iterate(
                        firing(schedule, after, now),
                        Optional::isPresent,
                        it -> firing(schedule, it.orElseThrow(), now))
                .map(Optional::orElseThrow)
                .toList();
    }

    /** The newest firing after one time and not after the other. */
    static Optional<Instant> newest(ScheduleDefinition schedule, Instant after, Instant now) {
        Instant from = LOOKS.stream()
                .map(now::minus)
                .filter(after::isBefore)
                .filter(start -> firing(schedule, start, now).isPresent())
                .findFirst()
                .orElse(after);
        return firings(schedule, from, now).stream().reduce((_, newer) -> newer);
    }

    private static Optional<Instant> firing(ScheduleDefinition schedule, Instant after, Instant now) {
        return schedule.firingAfter(after).filter(firing -> !firing.isAfter(now));
    }

    /** The run's id comes from the firing, so that it is the same whoever finds it due, however often. */
    private static RunRequest wish(Scheduled it, Instant firing) {
        ScheduleDefinition schedule = it.schedule();
        String name = it.agent() + "/" + schedule.name();
        return new RunRequest(
                RunIds.of("schedule/" + name, firing),
                "default",
                it.agent(),
                "schedule:" + name,
                schedule.environment(),
                schedule.goal(),
                Objects.requireNonNull(schedule.inputs()),
                false,
                null,
                null,
                null,
                null,
                null,
                0,
                null);
    }
}
