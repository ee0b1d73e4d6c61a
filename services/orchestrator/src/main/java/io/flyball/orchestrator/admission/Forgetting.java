package io.flyball.orchestrator.admission;

import io.flyball.orchestrator.config.AdmissionProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What nobody will ask for again, so that knowledge does not grow for ever. */
final class Forgetting {
    private final ClosedRunPeriods afterwards;
    private final AdmissionProperties set;

    Forgetting(ClosedRunPeriods afterwards, AdmissionProperties set) {
        this.afterwards = afterwards;
        this.set = set;
    }

    Decision decide(Knowledge known, Instant now) {
        Set<String> runs = runs(known, now);
        List<Fact> gone = known.all().stream()
                .filter(fact -> over(fact, known, runs, now))
                .toList();
        return Decision.quiet().forgetting(gone);
    }

    /** Closed runs that are too old, or too many. */
    private Set<String> runs(Knowledge known, Instant now) {
        Duration memory = Collections.max(List.of(set.memory(), afterwards.longest()));
        List<KnownRun> closed = known.all(KnownRun.class)
                .filter(run -> !run.live())
                .sorted(Comparator.comparing((KnownRun run) -> ((AdmissionStanding.Closed) run.standing()).at())
                        .reversed())
                .toList();
        return Stream.concat(
                        closed.stream().skip(set.closedRunsKept()),
                        closed.stream().filter(run -> !run.closedSince(now.minus(memory))))
                .map(KnownRun::runId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private boolean over(Fact fact, Knowledge known, Set<String> runs, Instant now) {
        return switch (fact) {
            case KnownRun run -> runs.contains(run.runId());
            case Fact.KnownFingerprint seen -> unheard(seen.runId(), known, runs, now);
            case Fact.KnownGroup group ->
                !group.newestAt().isAfter(now.minus(set.groupWindow())) || runs.contains(group.runId());
            case Fact.SeenRequest request -> !request.at().isAfter(now.minus(set.memory()));
            case Fact.RecentReleases recent ->
                recent.releases().stream().noneMatch(it -> it.at().isAfter(now.minus(set.memory())));
            case Fact.TrippedBreaker _, Fact.LastFiring _ -> false;
        };
    }

    /** Whether the run that alerts of that fingerprint joined can no longer hear of them. */
    private boolean unheard(String runId, Knowledge known, Set<String> runs, Instant now) {
        return runs.contains(runId)
                || known.run(runId)
                        .filter(run -> run.live() || run.closedSince(now.minus(afterwards.longest())))
                        .isEmpty();
    }
}
