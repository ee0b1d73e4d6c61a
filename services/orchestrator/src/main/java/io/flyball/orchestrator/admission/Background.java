package io.flyball.orchestrator.admission;

import io.flyball.orchestrator.admission.Fact.RecentReleases;
import io.flyball.orchestrator.config.AdmissionProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What was deployed around a run. */
final class Background {
    private final AdmissionProperties set;

    Background(AdmissionProperties set) {
        this.set = set;
    }

    /** What a run is told when it opens: of its cause, if nobody knows it, where it takes place, and of deployments, newest first. */
    List<String> of(Knowledge known, RunRequest wish, Instant at) {
        return Stream.of(
                        strangeCause(known, wish).stream(),
                        Optional.ofNullable(wish.note()).stream(),
                        deployments(known, wish, at).stream())
                .flatMap(lines -> lines)
                .toList();
    }

    private static Optional<String> strangeCause(Knowledge known, RunRequest wish) {
        return Optional.ofNullable(wish.causedByRun())
                .filter(cause -> known.run(cause).isEmpty())
                .map(cause -> "It names the run " + cause + " as its cause; no such run is remembered.");
    }

    private List<String> deployments(Knowledge known, RunRequest wish, Instant at) {
        if (wish.service() == null) {
            return List.of();
        }
        Instant began = wish.alert() == null ? at : wish.alert().startsAt();
        String since = wish.alert() == null ? "this run" : "the alert";
        return known.releases(place(wish.tenant(), wish.environment(), wish.service())).reversed().stream()
                .filter(release -> release.at().isAfter(at.minus(set.memory())))
                .map(release -> when(release.at(), began, since) + ": " + release.told())
                .toList();
    }

    private static String when(Instant deployed, Instant began, String since) {
        Duration before = Duration.between(deployed, began);
        return before.isNegative()
                ? "Deployed " + words(before.negated()) + " after " + since + " began"
                : "Deployed " + words(before) + " before " + since;
    }

    private static String words(Duration time) {
        if (time.toMinutes() < 1) {
            return time.toSeconds() + " s";
        }
        return time.toHours() < 2 ? time.toMinutes() + " min" : time.toHours() + " h";
    }

    /** Remembers a deployment and tells those that are at work on its service. */
    Decision deployed(Knowledge known, Arrival.Deployed it) {
        String place = place(it.tenant(), it.environment(), it.release().service());
        List<Deployment> releases = new ArrayList<>(known.releases(place));
        if (releases.stream()
                .anyMatch(release -> release.id().equals(it.release().id()))) {
            return Decision.nothing("this deployment is known");
        }
        releases.add(it.release());
        List<Deployment> newest =
                releases.subList(Math.max(0, releases.size() - set.deploymentsPerService()), releases.size());
        return Decision.quiet().learning(new RecentReleases(place, newest)).saying(told(known, it));
    }

    private static Answer[] told(Knowledge known, Arrival.Deployed it) {
        return known.live().stream()
                .filter(run -> concerns(run, it))
                .map(run -> new Answer.Tell(
                        run,
                        it.release().id(),
                        "Deployed while this run was open: " + it.release().told()))
                .toArray(Answer[]::new);
    }

    private static boolean concerns(KnownRun run, Arrival.Deployed it) {
        return Objects.equals(run.service(), it.release().service())
                && run.environment().equals(it.environment())
                && run.tenant().equals(it.tenant());
    }

    private static String place(String tenant, String environment, String service) {
        return String.join("/", tenant, environment, service);
    }
}
