package io.flyball.planner.casework;

import io.flyball.diagnosis.Case;
import io.flyball.diagnosis.CaseFile;
import io.flyball.diagnosis.Fact;
import io.flyball.diagnosis.FactValue;
import io.flyball.diagnosis.Look;
import io.flyball.diagnosis.Origin;
import io.flyball.diagnosis.Output;
import io.flyball.diagnosis.Probe;
import io.flyball.planner.plan.AlertFacts;
import io.flyball.planner.plan.CallStatus;
import io.flyball.planner.plan.OutsideText;
import io.flyball.planner.plan.PastAction;
import io.flyball.planner.plan.Situation;
import io.flyball.planner.plan.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the case from what came with the run and from what became of its probes. */
final class CaseReader {
    private static final Set<String> TOLD = Set.of("alert.name", "alert.says", "alert.severity", "alert.of_container");

    private final Situation situation;
    private final Surroundings surroundings;
    private final Map<String, Probe> probes;

    CaseReader(Situation situation, List<Probe> probes) {
        this.situation = situation;
        this.surroundings = Surroundings.of(situation);
        this.probes = probes.stream().collect(Collectors.toMap(Probe::name, probe -> probe));
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** What is known by the probes of that phase, and by what came with the run. */
    Case read(Phase phase) {
        CaseFile file = new CaseFile(Map.of());
        for (PastAction action : situation.pastActions()) {
            phase.probe(action)
                    .flatMap(name -> Optional.ofNullable(probes.get(name)))
                    .ifPresent(probe -> file.add(probe, seen(probe, action, phase)));
        }
        Optional<String> machine =
                only(file.toCase(), "machine.name").map(fact -> fact.value().text());
        alert(file);
        changes(file);
        // That it is about another machine rules nothing out: it only means that nobody has looked there.
        if (surroundings.isHere(machine).orElse(false)) {
            told(file, "host.is_meant", "", new FactValue.Truth(true));
        }
        return withKnown(file.toCase(), machine);
    }

    /** What tells of the past says after a change only what is new. */
    private Output seen(Probe probe, PastAction action, Phase phase) {
        Output output = output(action);
        if (phase == Phase.BEFORE || !probe.reads().history()) {
            return output;
        }
        return situation.pastActions().stream()
                .filter(past ->
                        Phase.BEFORE.probe(past).filter(probe.name()::equals).isPresent())
                .reduce((_, later) -> later)
                .map(past -> output.since(output(past)))
                .orElse(output);
    }

    private Case withKnown(Case seen, Optional<String> machine) {
        Map<String, String> known = new HashMap<>(surroundings.known(machine));
        only(seen, "process.state").map(Fact::key).ifPresent(pid -> known.put("pid", pid));
        List<Look> looks = Stream.concat(
                        seen.looks().stream(), Stream.of(new Look(Origin.ALERT, TOLD, Look.Outcome.SAW, "")))
                .toList();
        return new Case(known, seen.facts(), looks);
    }

    private static Optional<Fact> only(Case seen, String name) {
        List<Fact> facts =
                seen.facts().stream().filter(fact -> fact.name().equals(name)).toList();
        return facts.size() == 1 ? Optional.of(facts.getFirst()) : Optional.empty();
    }

    private void alert(CaseFile file) {
        AlertFacts alert = situation.alert();
        if (alert == null) {
            return;
        }
        told(file, "alert.name", "", new FactValue.Words(line(alert.name())));
        told(file, "alert.says", "", new FactValue.Words(says(alert)));
        told(file, "alert.severity", "", new FactValue.Words(line(alert.severity())));
        boolean contained = alert.labels().containsKey("pod") || alert.labels().containsKey("container");
        told(file, "alert.of_container", "", new FactValue.Truth(contained));
    }

    private static String says(AlertFacts alert) {
        return Stream.concat(Stream.of(alert.name(), alert.summary()), alert.annotations().values().stream())
                .map(CaseReader::line)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private void changes(CaseFile file) {
        for (String change : situation.background()) {
            file.told(
                    "change.reported", "", new FactValue.Words(line(change)), new Origin(Origin.CHANGES, "", null, ""));
        }
    }

    private void told(CaseFile file, String name, String key, FactValue value) {
        AlertFacts alert = situation.alert();
        file.told(name, key, value, new Origin(Origin.ALERT, "", alert == null ? null : alert.startsAt(), ""));
    }

    static String line(String text) {
        return OutsideText.excerpt(text.replaceAll("\\s+", " ").strip(), 600);
    }

    private static Output output(PastAction action) {
        String problem = problem(action);
        String text = problem.isEmpty() || problem.equals(action.output())
                ? action.output()
                : action.output() + "\n" + problem;
        return new Output(
                action.actionId(),
                action.tookPlace() && !problem.contains("may not reach"),
                action.status() == CallStatus.SUCCEEDED,
                action.exitCode(),
                text,
                action.outputLength() <= action.output().length(),
                problem,
                action.at());
    }

    private static String problem(PastAction action) {
        if (action.error() != null) {
            return action.error();
        }
        if (action.verdict() == Verdict.DENY) {
            return "denied: " + action.verdictReason();
        }
        return action.status() == null
                ? "it was not called"
                : action.status() == CallStatus.SUCCEEDED ? "" : "it " + action.status();
    }
}
