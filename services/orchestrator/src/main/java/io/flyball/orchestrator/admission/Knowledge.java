package io.flyball.orchestrator.admission;

import io.flyball.orchestrator.admission.Fact.KnownFingerprint;
import io.flyball.orchestrator.admission.Fact.KnownGroup;
import io.flyball.orchestrator.admission.Fact.RecentReleases;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that admission knows, with what decisions look up at hand. Decisions only read it; the shell lets it learn and forget. */
final class Knowledge {
    private final Map<String, Fact> facts = new HashMap<>();
    private final TreeMap<Long, KnownRun> waiting = new TreeMap<>();
    private final Map<String, KnownRun> live = new LinkedHashMap<>();
    private final Map<String, String> intents = new HashMap<>();
    private final Map<String, Set<String>> fingerprints = new HashMap<>();
    private final OpenRunCounts openings = new OpenRunCounts();

    void learn(Fact fact) {
        forget(fact);
        facts.put(fact.key(), fact);
        if (fact instanceof KnownRun run) {
            follow(run);
        } else if (fact instanceof KnownFingerprint seen) {
            fingerprints
                    .computeIfAbsent(seen.runId(), _ -> new LinkedHashSet<>())
                    .add(seen.key());
        }
    }

    void forget(Fact fact) {
        Fact gone = facts.remove(fact.key());
        if (gone instanceof KnownRun run) {
            unfollow(run);
        } else if (gone instanceof KnownFingerprint seen) {
            fingerprints.getOrDefault(seen.runId(), Set.of()).remove(seen.key());
            fingerprints.computeIfPresent(seen.runId(), (_, keys) -> keys.isEmpty() ? null : keys);
        }
    }

    private void follow(KnownRun run) {
        if (run.standing() instanceof AdmissionStanding.Waiting waits) {
            waiting.put(waits.place(), run);
        }
        if (run.live()) {
            live.put(run.runId(), run);
        }
        if (run.intent() != null) {
            intents.putIfAbsent(run.intent(), run.runId());
        }
        openings.add(run);
    }

    private void unfollow(KnownRun run) {
        if (run.standing() instanceof AdmissionStanding.Waiting waits) {
            waiting.remove(waits.place());
        }
        live.remove(run.runId());
        if (run.intent() != null) {
            intents.remove(run.intent(), run.runId());
        }
        openings.remove(run);
    }

    Collection<Fact> all() {
        return Collections.unmodifiableCollection(facts.values());
    }

    <T extends Fact> Stream<T> all(Class<T> type) {
        return facts.values().stream().filter(type::isInstance).map(type::cast);
    }

    <T extends Fact> Optional<T> find(String key, Class<T> type) {
        return Optional.ofNullable(facts.get(key)).map(type::cast);
    }

    Optional<KnownRun> run(@Nullable String runId) {
        return runId == null ? Optional.empty() : find("run/" + runId, KnownRun.class);
    }

    Optional<KnownRun> ofFingerprint(String tenant, String fingerprint) {
        return find(KnownFingerprint.key(tenant, fingerprint), KnownFingerprint.class)
                .flatMap(seen -> run(seen.runId()));
    }

    /** The group's run, if the group had an alert after that time. */
    Optional<KnownRun> ofGroup(String group, Instant after) {
        return find(KnownGroup.key(group), KnownGroup.class)
                .filter(known -> known.newestAt().isAfter(after))
                .flatMap(known -> run(known.runId()));
    }

    /** The open or waiting run with that intent. */
    Optional<KnownRun> ofIntent(String intent) {
        return run(intents.get(intent));
    }

    /** Fingerprints remembered for that run, oldest first. */
    Set<String> fingerprintsOf(String runId) {
        return Collections.unmodifiableSet(fingerprints.getOrDefault(runId, Set.of()));
    }

    List<Deployment> releases(String place) {
        return find(RecentReleases.key(place), RecentReleases.class)
                .map(RecentReleases::releases)
                .orElse(List.of());
    }

    /** Waiting runs, oldest first. */
    Collection<KnownRun> waiting() {
        return Collections.unmodifiableCollection(waiting.values());
    }

    long nextPlace() {
        return waiting.isEmpty() ? 1 : waiting.lastKey() + 1;
    }

    /** Runs that have not ended. */
    Collection<KnownRun> live() {
        return Collections.unmodifiableCollection(live.values());
    }

    OpenRunCounts openings() {
        return openings;
    }
}
