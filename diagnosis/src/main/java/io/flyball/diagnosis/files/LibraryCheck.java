package io.flyball.diagnosis.files;

import io.flyball.diagnosis.Cause;
import io.flyball.diagnosis.InvalidFile;
import io.flyball.diagnosis.Known;
import io.flyball.diagnosis.Probe;
import io.flyball.diagnosis.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds probes and causes against one another. */
final class LibraryCheck {
    private final List<Probe> probes;
    private final List<Cause> causes;
    private final Map<String, String> places;

    LibraryCheck(List<Probe> probes, List<Cause> causes, Map<String, String> places) {
        this.probes = probes;
        this.causes = causes;
        this.places = places;
    }

    void check() {
        Set<String> seen = new HashSet<>(DiagnosisLibrary.TOLD);
        seen.addAll(oneProbeForEachFact().keySet());
        Map<Cause.Kind, String> kinds = new HashMap<>();
        for (Cause cause : causes) {
            checkFacts(cause, seen);
            checkOver(cause);
            checkTexts(cause);
            String other = kinds.put(cause.kind(), cause.name());
            if (other != null) {
                throw wrong(cause, "component and kind " + cause.kind() + " are those of " + other);
            }
        }
    }

    /** Only so does one look tell whether a fact is not there. */
    private Map<String, String> oneProbeForEachFact() {
        Map<String, String> yieldedBy = new HashMap<>();
        for (Probe probe : probes) {
            for (String fact : probe.yields()) {
                String other = yieldedBy.put(fact, probe.name());
                if (other != null) {
                    throw new InvalidFile(places.get("probes/" + probe.name()) + ": " + fact
                            + " is yielded by the probe " + other + " as well; a fact comes from one probe");
                }
            }
        }
        return yieldedBy;
    }

    private void checkFacts(Cause cause, Set<String> seen) {
        cause.evidence().facts().stream()
                .filter(fact -> !seen.contains(fact))
                .findFirst()
                .ifPresent(fact -> {
                    throw wrong(cause, "no probe yields " + fact);
                });
    }

    private void checkOver(Cause cause) {
        for (String name : cause.over()) {
            if (name.equals(cause.name())
                    || causes.stream().noneMatch(other -> other.name().equals(name))) {
                throw wrong(cause, "it stands over " + name + ", which is no other cause");
            }
        }
    }

    private void checkTexts(Cause cause) {
        checkText(cause, cause.says());
        cause.steps().forEach(step -> checkText(cause, step));
        cause.remedies().forEach(remedy -> remedy.inputs().values().forEach(input -> checkText(cause, input)));
    }

    private void checkText(Cause cause, Text text) {
        text.names().stream()
                .filter(name -> !Known.has(name) && !cause.variables().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw wrong(cause, "nothing is known by the name " + name + " in \"" + text.raw() + "\"");
                });
    }

    private InvalidFile wrong(Cause cause, String why) {
        return new InvalidFile(places.get("causes/" + cause.name()) + ": cause " + cause.name() + ": " + why);
    }
}
