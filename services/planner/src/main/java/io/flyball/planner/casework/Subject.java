package io.flyball.planner.casework;

import io.flyball.planner.plan.AlertFacts;
import io.flyball.planner.plan.EntryFacts;
import io.flyball.planner.plan.Situation;
import java.util.List;
import java.util.stream.Collectors;

/** What a run is about, in the words of its alert and of the inventory. */
record Subject(Situation situation, Surroundings surroundings) {

    String headline() {
        AlertFacts alert = situation.alert();
        return alert == null ? "This run" : CaseReader.line(alert.name());
    }

    String summary() {
        AlertFacts alert = situation.alert();
        return alert == null ? "a person opened this run" : alert.summary();
    }

    List<String> about() {
        AlertFacts alert = situation.alert();
        String service =
                situation.service() == null ? "not named" : CaseReader.line(String.valueOf(situation.service()));
        return List.of(
                "Alert: "
                        + (alert == null
                                ? "none"
                                : headline() + " (" + alert.severity() + ", from " + alert.source() + ", since "
                                        + alert.startsAt() + ")"),
                "It says: " + summary(),
                "Service: " + service + "; environment: " + situation.environment(),
                "Entry of the inventory: " + entry(),
                "Changes and notes that came with the run: "
                        + (situation.background().isEmpty()
                                ? "none"
                                : CaseReader.line(String.join("; ", situation.background()))));
    }

    private String entry() {
        return surroundings.entry().map(Subject::entry).orElseGet(() -> "none: " + missing());
    }

    private static String entry(EntryFacts entry) {
        String needs = entry.needs().stream().map(EntryFacts.Needed::name).collect(Collectors.joining(", "));
        return entry.name() + " (" + entry.kind() + ", " + entry.environment() + ")"
                + (needs.isEmpty() ? "" : ", which depends on " + needs);
    }

    /** Why no single entry is known for it. */
    String missing() {
        if (!situation.entries().isEmpty()) {
            return "several entries of the inventory are for it: "
                    + situation.entries().stream().map(EntryFacts::name).collect(Collectors.joining(", "));
        }
        String service = situation.service();
        return service == null
                ? "nobody has named a service, and no entry of the inventory is for it"
                : "no entry of the inventory is for the service \"" + CaseReader.line(service) + "\"";
    }
}
