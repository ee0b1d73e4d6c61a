package io.flyball.orchestrator.admission;

import io.flyball.orchestrator.admission.Arrival.AlertRaised;
import io.flyball.orchestrator.admission.Fact.KnownFingerprint;
import io.flyball.orchestrator.admission.Fact.KnownGroup;
import io.flyball.orchestrator.config.AdmissionProperties;
import io.flyball.orchestrator.run.AlertFacts;
import io.flyball.orchestrator.run.Occurrence;
import io.flyball.orchestrator.run.RunIds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which alert opens a run and which joins one. */
final class AlertRules {
    private final AgentChoice agents;
    private final ClosedRunPeriods afterwards;
    private final AdmissionProperties set;
    private final Queue queue;
    private final Causes causes;

    AlertRules(AgentChoice agents, ClosedRunPeriods afterwards, AdmissionProperties set, Queue queue) {
        this.agents = agents;
        this.afterwards = afterwards;
        this.set = set;
        this.queue = queue;
        this.causes = new Causes(set);
    }

    Decision raised(Knowledge known, AlertRaised alert) {
        String group = group(alert);
        Optional<KnownRun> own =
                known.ofFingerprint(alert.tenant(), alert.facts().fingerprint());
        Optional<KnownRun> joined = own.filter(run -> joinable(run, alert.at()))
                .or(() -> known.ofGroup(group, alert.at().minus(set.groupWindow()))
                        .filter(run -> joinable(run, alert.at()))
                        .filter(run -> run.live() || goesOn(known, run))
                        .filter(run -> !alert.facts().resolved() || isFull(known, run)));
        return joined.map(run -> join(known, run, group, alert)).orElseGet(() -> start(known, own, group, alert));
    }

    private boolean joinable(KnownRun run, Instant at) {
        return run.live() || run.closedSince(at.minus(afterwards.coolDown()));
    }

    /** Whether a closed run's storm goes on: once all its alerts have resolved, the next one is an incident of its own. */
    private static boolean goesOn(Knowledge known, KnownRun run) {
        return known.fingerprintsOf(run.runId()).stream()
                .flatMap(key -> known.find(key, KnownFingerprint.class).stream())
                .anyMatch(KnownFingerprint::firing);
    }

    private boolean isFull(Knowledge known, KnownRun run) {
        return known.fingerprintsOf(run.runId()).size() >= set.fingerprintsPerRun();
    }

    private Decision join(Knowledge known, KnownRun run, String group, AlertRaised alert) {
        Decision joins = Decision.quiet().saying(new Answer.Join(run, alert));
        boolean unknown =
                known.ofFingerprint(alert.tenant(), alert.facts().fingerprint()).isEmpty();
        boolean late = isLate(known, alert);
        Decision seen =
                late || (alert.facts().resolved() && unknown) ? joins : remembering(known, joins, run.runId(), alert);
        return group.equals(run.group()) && !alert.facts().resolved() && !late
                ? seen.learning(new KnownGroup(group, run.runId(), alert.at()))
                : seen;
    }

    /** Whether it is a late copy: its source has told since that this is over, or that another one has begun. */
    private static boolean isLate(Knowledge known, AlertRaised alert) {
        AlertFacts facts = alert.facts();
        return known.find(KnownFingerprint.key(alert.tenant(), facts.fingerprint()), KnownFingerprint.class)
                .filter(seen -> !seen.newest().isOlderThan(new Occurrence(facts.startsAt(), facts.resolved(), 0)))
                .isPresent();
    }

    private Decision remembering(Knowledge known, Decision decision, String runId, AlertRaised alert) {
        var seen = new KnownFingerprint(
                alert.tenant(),
                alert.facts().fingerprint(),
                runId,
                !alert.facts().resolved(),
                alert.facts().startsAt());
        var others = known.fingerprintsOf(runId);
        if (others.contains(seen.key())) {
            return seen.equals(known.find(seen.key(), KnownFingerprint.class).orElse(null))
                    ? decision
                    : decision.learning(seen);
        }
        List<KnownFingerprint> oldest = others.stream()
                .limit(Math.max(0, others.size() + 1 - set.fingerprintsPerRun()))
                .flatMap(key -> known.find(key, KnownFingerprint.class).stream())
                .toList();
        return decision.learning(seen).forgetting(oldest);
    }

    private Decision start(Knowledge known, Optional<KnownRun> own, String group, AlertRaised alert) {
        if (alert.facts().resolved()) {
            return Decision.nothing("it has resolved and no run was at it");
        }
        String agent = agents.agentFor(alert.facts().name(), alert.facts().labels());
        int depth = Causes.depth(known, alert.causedByRun(), alert.causalDepth());
        RunRequest wish = wish(alert, agent, depth);
        return causes.objection(known, alert.causedByRun(), depth, agent)
                .map(why -> back(known, wish, alert, why))
                .orElseGet(() -> open(known, own, wish, group, alert));
    }

    /** What a run caused goes back to that run, as long as it can hear of it; else a run says at once why none begins. */
    private Decision back(Knowledge known, RunRequest wish, AlertRaised alert, String why) {
        Optional<KnownRun> cause = known.run(alert.causedByRun())
                .filter(run -> run.live() || run.closedSince(alert.at().minus(afterwards.watch())));
        Decision decision = cause.map(run -> Decision.quiet().saying(new Answer.Join(run, alert)))
                .orElseGet(() -> queue.refuse(known, wish, why, alert.at()));
        return remembering(known, decision, cause.map(KnownRun::runId).orElse(wish.runId()), alert);
    }

    private Decision open(Knowledge known, Optional<KnownRun> own, RunRequest wish, String group, AlertRaised alert) {
        Decision admitted = told(queue.admit(known, wish, group, alert.at()), alert);
        Decision opening = remembering(known, admitted, wish.runId(), alert)
                .learning(new KnownGroup(group, wish.runId(), alert.at()));
        return own.filter(run -> returned(run, alert.at()))
                .map(run -> opening.saying(new Answer.Join(run, alert)))
                .orElse(opening);
    }

    /** A run that waits has not opened with its alert, so the alert joins it: every alert is found by its run at once. */
    private static Decision told(Decision admitted, AlertRaised alert) {
        return admitted.answers().getFirst() instanceof Answer.Wait
                ? admitted.saying(new Answer.Join((KnownRun) admitted.learned().getFirst(), alert))
                : admitted;
    }

    /** Whether the run said that its alert was resolved, and is still watched. */
    private boolean returned(KnownRun run, Instant at) {
        return run.standing() instanceof AdmissionStanding.Closed closed
                && closed.resolved()
                && run.closedSince(at.minus(afterwards.watch()));
    }

    private static RunRequest wish(AlertRaised alert, String agent, int depth) {
        return new RunRequest(
                RunIds.of(alert.id(), alert.at()),
                alert.tenant(),
                agent,
                "alert:" + alert.facts().source(),
                alert.environment(),
                goal(alert),
                Map.of(),
                false,
                alert.facts(),
                alert.id(),
                null,
                null,
                alert.causedByRun(),
                depth,
                alert.contradiction());
    }

    static String goal(AlertRaised alert) {
        String name = alert.facts().name();
        return alert.facts().service() == null
                ? "Find the cause of the alert " + name + " and resolve it"
                : "Find the cause of the alert " + name + " on " + alert.facts().service() + " and resolve it";
    }

    /** What alerts of one run have in common. */
    private String group(AlertRaised alert) {
        return set.groupBy().stream().map(name -> value(name, alert)).collect(Collectors.joining("\n"));
    }

    private static String value(String name, AlertRaised alert) {
        return switch (name) {
            case "tenant" -> alert.tenant();
            case "environment" -> alert.told();
            case "service" ->
                alert.facts().service() == null ? "" : alert.facts().service();
            case "alertname" -> alert.facts().name();
            case "fingerprint" -> alert.facts().fingerprint();
            default -> alert.facts().labels().getOrDefault(name, "");
        };
    }
}
