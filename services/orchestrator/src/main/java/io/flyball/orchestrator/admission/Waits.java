package io.flyball.orchestrator.admission;

import io.flyball.orchestrator.admission.Caps.Cap;
import io.flyball.orchestrator.config.AdmissionProperties;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Says for a run that waits: for what, behind whom, and until when. */
final class Waits {
    private static final int NAMED = 10;

    private final AdmissionProperties set;
    private final Caps caps;
    private final Urgency urgency;

    Waits(AdmissionProperties set, Caps caps, Urgency urgency) {
        this.set = set;
        this.caps = caps;
        this.urgency = urgency;
    }

    Obstacle obstacle(Knowledge known, KnownRun run, Cap cap, Instant at) {
        List<String> behind = holders(known, run, cap);
        return new Obstacle(reason(run, cap), behind, until(known, run, cap), position(known, run, at));
    }

    private String reason(KnownRun run, Cap cap) {
        return switch (cap) {
            case HOUR -> "breaker: " + breaker(run.agent());
            case WAITING -> set.waitingInAll() + " runs wait for people, as many as may";
            case ALL -> "all " + set.openInAll() + " places for open runs are taken";
            case AGENT -> "the agent " + run.agent() + " has " + set.openPerAgent() + " open runs, as many as it may";
            case SERVICE ->
                "the service " + run.service() + " has " + set.openPerService() + " open runs, as many as it may";
        };
    }

    String breaker(String agent) {
        return set.runsPerHour() + " runs of the agent " + agent
                + " have changed something, or were set off by runs, within an hour, as many as may";
    }

    private String until(Knowledge known, KnownRun run, Cap cap) {
        return switch (cap) {
            case HOUR ->
                "the hour has moved on, at the latest at "
                        + caps.letsGo(known, run.agent()).map(Instant::toString).orElse("once");
            case WAITING -> "people have answered, resumed or cancelled one of them";
            case ALL, AGENT, SERVICE -> "one of the runs that hold the places ends or waits for people";
        };
    }

    private int position(Knowledge known, KnownRun run, Instant at) {
        Comparator<KnownRun> order = urgency.order(known, at);
        return (int) known.waiting().stream()
                .filter(other -> !other.runId().equals(run.runId()))
                .filter(other -> order.compare(other, run) < 0)
                .count();
    }

    private static List<String> holders(Knowledge known, KnownRun run, Cap cap) {
        Stream<KnownRun> open = known.live().stream()
                .filter(other -> other.counts() && other.openedAt() != null)
                .filter(other -> switch (cap) {
                    case HOUR -> false;
                    case WAITING -> other.takesNoPlace();
                    case ALL -> other.takesAnyPlace();
                    case AGENT -> !other.takesNoPlace() && other.agent().equals(run.agent());
                    case SERVICE ->
                        other.takesAnyPlace()
                                && other.tenant().equals(run.tenant())
                                && Objects.equals(other.service(), run.service());
                });
        return open.sorted(Comparator.comparingLong(KnownRun::turn))
                .limit(NAMED)
                .map(KnownRun::runId)
                .toList();
    }
}
