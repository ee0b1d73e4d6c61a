package io.flyball.planner.casework;

import io.flyball.diagnosis.Case;
import io.flyball.diagnosis.Diagnosis;
import io.flyball.planner.plan.AlertFacts;
import java.util.ArrayList;
import java.util.List;

/** What a person does first, and what would let the next briefing say more. */
record FirstSteps(Subject subject) {

    List<String> of(Case known, Diagnosis said) {
        List<String> steps = new ArrayList<>();
        said.supported().forEach(each -> each.cause().steps().forEach(step -> steps.add(step.told(each.bindings()))));
        if (steps.isEmpty()) {
            said.open().stream()
                    .limit(3)
                    .forEach(each -> steps.add("If it is " + each.cause().kind() + ": "
                            + each.cause().steps().getFirst().told(each.bindings())));
        }
        if (!subject.situation().background().isEmpty()) {
            steps.add("Look whether this has to do with it: "
                    + CaseReader.line(String.join("; ", subject.situation().background())));
        }
        AlertFacts alert = subject.situation().alert();
        if (alert != null && alert.annotations().containsKey("runbook_url")) {
            steps.add("The alert's own advice: "
                    + CaseReader.line(String.valueOf(alert.annotations().get("runbook_url"))));
        }
        steps.addAll(more(known));
        return steps;
    }

    /** What would let me see more next time. */
    private List<String> more(Case known) {
        List<String> steps = new ArrayList<>();
        String host = known.known().get("alert_host");
        if (host != null && !known.known().containsKey("here")) {
            steps.add("It is about the machine " + host
                    + ", and I look from another: look there at load, memory, disks and processes.");
        }
        if (known.looks().stream().anyMatch(look -> look.why().contains("may not reach"))) {
            steps.add(
                    "Where I could not look because I may not reach it: if I should, add its host and port to network in the"
                            + " agent's file in catalogue/agents.");
        }
        if (subject.surroundings().entry().isEmpty()) {
            steps.add("So that more is seen next time, say what runs here: " + subject.missing()
                    + ". Add a file catalogue/inventory/NAME.yaml with name, kind, environment, services, health and runs; see"
                    + " docs/how-to/inventory.md.");
        } else if (subject.surroundings().entry().orElseThrow().runs().isEmpty()) {
            steps.add(
                    "Say in the entry under runs how it is run (process, port, log, ...), so that more is seen next time.");
        }
        return steps;
    }
}
