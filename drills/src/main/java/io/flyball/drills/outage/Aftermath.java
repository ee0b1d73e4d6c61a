package io.flyball.drills.outage;

import io.flyball.drills.check.Evidence;
import io.flyball.drills.check.Evidence.Accepted;
import io.flyball.drills.check.Invariants;
import io.flyball.drills.effects.EffectServer;
import io.flyball.drills.evidence.Collector;
import io.flyball.drills.suite.ServiceProcess;
import io.flyball.drills.suite.Suite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has become of everything that was accepted, before and meanwhile. */
record Aftermath(OutageSettings settings, Cast cast, Scene scene, Alarms alarms, Answers answers, Collector collector) {

    /** How long things took, seconds. */
    record Times(double away, double back, double settled) {}

    private List<Accepted> accepted() {
        List<Accepted> all = new ArrayList<>(scene.accepted());
        alarms.accepted().forEach(key -> all.add(new Accepted(key, "")));
        return all;
    }

    boolean allEnded() {
        return Invariants.of(new Evidence(
                        accepted(), Map.of(), List.of(), collector.results(), Map.of(), Set.of(), List.of()))
                .stuck()
                .isEmpty();
    }

    /** Alerts that had resolved before anybody could act on them; while the broker is away nobody can say so of a new one. */
    private Set<String> resolved() {
        Set<String> keys = new HashSet<>(cast.keys(Role.HEALED));
        if (settings.part() == Part.ORCHESTRATOR) {
            keys.addAll(settings.resolvedAlerts());
        }
        return keys;
    }

    private Verdict verdict(Suite suite, EffectServer effects) throws InterruptedException {
        Set<String> well = new HashSet<>(effects.happened());
        well.addAll(settings.resolvedAlerts());
        well.addAll(cast.keys(Role.HEALED));
        Invariants invariants = Invariants.of(new Evidence(
                accepted(),
                collector.opened(),
                collector.transitions(),
                collector.results(),
                effects.counts(),
                well,
                unready(suite)));
        return new Verdict(
                invariants,
                collector.results(),
                cast.keys(Role.CLOSING),
                resolved(),
                effects.happened(),
                answers.byStatus());
    }

    private static List<String> unready(Suite suite) throws InterruptedException {
        List<String> unready = new ArrayList<>();
        for (ServiceProcess process : suite.services()) {
            String why = process.whyNotReadyInTime();
            if (!why.isEmpty()) {
                unready.add(process.name() + ": " + why);
            }
        }
        return unready;
    }

    /**
     * The figures.
     *
     * @param open how many open runs the outage met in which state
     * @param failures what went wrong with the drill itself
     */
    OutageFigures figures(
            Suite suite, EffectServer effects, Map<String, Integer> open, Times times, List<String> failures)
            throws InterruptedException {
        Verdict verdict = verdict(suite, effects);
        List<String> broken = new ArrayList<>(failures);
        if (scene.accepted().size() < settings.runs() || alarms.accepted().size() < settings.alerts()) {
            broken.add("only " + scene.accepted().size() + " of " + settings.runs() + " runs and "
                    + alarms.accepted().size() + " of " + settings.alerts() + " alerts were taken");
        }
        broken.addAll(verdict.broken());
        Invariants found = verdict.invariants();
        return new OutageFigures(
                settings.part().label(),
                times.away(),
                open,
                new OutageFigures.Alerts(
                        alarms.accepted().size(),
                        resolved().size(),
                        answers.byStatus(),
                        answers.slowest().toMillis() / 1000.0),
                new OutageFigures.Ends(
                        accepted().size(),
                        found.ended(),
                        found.outcomes(),
                        verdict.onlyVerified(),
                        found.effectsTwice().size()),
                times.back(),
                times.settled(),
                List.copyOf(broken));
    }
}
