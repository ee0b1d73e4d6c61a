package io.flyball.planner.casework;

import io.flyball.diagnosis.Answer;
import io.flyball.diagnosis.Case;
import io.flyball.diagnosis.Diagnosis;
import io.flyball.diagnosis.Fact;
import io.flyball.diagnosis.Hypothesis;
import io.flyball.diagnosis.Look;
import io.flyball.planner.plan.AlertFacts;
import io.flyball.planner.plan.EntryFacts;
import io.flyball.planner.plan.OutsideText;
import io.flyball.planner.plan.Situation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person is told, for the first minute of reading at night: what it is, what speaks for it, what was ruled out, what to do. */
final class Briefing {
    private static final int MOST_FACTS = 30;
    private static final int FACT = 160;

    private final Situation situation;
    private final Surroundings surroundings;

    Briefing(Situation situation, Surroundings surroundings) {
        this.situation = situation;
        this.surroundings = surroundings;
    }

    String headline() {
        AlertFacts alert = situation.alert();
        return alert == null ? "This run" : CaseReader.line(alert.name());
    }

    private String summary() {
        AlertFacts alert = situation.alert();
        return alert == null ? "a person opened this run" : alert.summary();
    }

    String question(Diagnosis diagnosis) {
        return diagnosis.open().isEmpty()
                ? "A first look at what " + headline() + " and the inventory name."
                : "Which is it: "
                        + diagnosis.open().stream()
                                .map(each -> each.cause().kind().toString())
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + "?";
    }

    /** One line: the cause if it is known, else how far it is. */
    String reason(Case known, Diagnosis said) {
        if (!said.supported().isEmpty()) {
            return headline() + ": "
                    + said.supported().stream().map(Briefing::named).collect(Collectors.joining(" And "));
        }
        if (known.looks().stream().noneMatch(Briefing::isAnswer)) {
            return headline() + ": nothing could be looked at. " + summary();
        }
        return said.open().isEmpty()
                ? headline() + ": a first look found nothing that explains it. " + summary()
                : headline() + ": no cause is certain; the likeliest is: "
                        + named(said.open().getFirst()) + " " + summary();
    }

    private static boolean isAnswer(Look look) {
        return look.outcome() != Look.Outcome.FAILED
                && !look.probe().equals("alert")
                && !look.probe().equals("machine-name");
    }

    private static String named(Hypothesis hypothesis) {
        return hypothesis.says() + " [" + hypothesis.cause().kind() + "]";
    }

    String because(Hypothesis verdict) {
        return verdict.cause().kind() + ": " + verdict.says() + " Seen: " + seen(verdict);
    }

    String stillThere(Hypothesis verdict, Diagnosis left) {
        return left.verdict()
                .filter(other -> !other.cause().name().equals(verdict.cause().name()))
                .map(other -> "the first cause was remedied (" + verdict.cause().kind()
                        + "), and there is a second one: " + named(other))
                .orElseGet(() -> "the remedy did not take the cause away: " + named(verdict));
    }

    /** Everything that is known, the most useful first. */
    String known(Case known, Diagnosis said, List<String> forbidden) {
        List<String> lines = new ArrayList<>(about());
        said.supported().forEach(each -> hypothesis("Cause", each, lines));
        said.open().forEach(each -> hypothesis("Possible", each, lines));
        List<Hypothesis> ruledOut =
                said.refuted().stream().filter(Briefing::isRuledOut).toList();
        if (!ruledOut.isEmpty()) {
            lines.add("Ruled out:");
            ruledOut.forEach(each -> lines.add("  " + each.cause().kind() + ": " + each.why()));
        }
        facts(known, said, lines);
        notMade(known, forbidden, lines);
        return OutsideText.visible(String.join("\n", lines));
    }

    /** That the alert does not speak of it rules nothing out. */
    private static boolean isRuledOut(Hypothesis refuted) {
        return refuted.found().contra().stream()
                .noneMatch(answer -> answer instanceof Answer.Fails fails
                        && !fails.facts().isEmpty()
                        && fails.facts().stream()
                                .noneMatch(fact -> fact.origin().isSeen()));
    }

    private List<String> about() {
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
        return surroundings.entry().map(Briefing::entry).orElseGet(() -> "none: " + missing());
    }

    private static String entry(EntryFacts entry) {
        String needs = entry.needs().stream().map(EntryFacts.Needed::name).collect(Collectors.joining(", "));
        return entry.name() + " (" + entry.kind() + ", " + entry.environment() + ")"
                + (needs.isEmpty() ? "" : ", which depends on " + needs);
    }

    private String missing() {
        if (!situation.entries().isEmpty()) {
            return "several entries of the inventory are for it: "
                    + situation.entries().stream().map(EntryFacts::name).collect(Collectors.joining(", "));
        }
        String service = situation.service();
        return service == null
                ? "nobody has named a service, and no entry of the inventory is for it"
                : "no entry of the inventory is for the service \"" + CaseReader.line(service) + "\"";
    }

    private static void hypothesis(String word, Hypothesis each, List<String> lines) {
        lines.add(word + " (" + String.format(Locale.ROOT, "%.0f", 100 * each.confidence()) + " %): " + named(each));
        lines.add("  for: " + seen(each));
        if (!each.found().missing().isEmpty() && each.state() == Hypothesis.State.OPEN) {
            lines.add("  would tell, and nobody has seen it: "
                    + each.found().missing().stream().limit(6).collect(Collectors.joining(", ")));
        }
    }

    private static String seen(Hypothesis each) {
        return each.found().pro().stream()
                .flatMap(holds -> Stream.concat(
                        holds.facts().stream()
                                .map(fact -> fact.origin().isSeen() ? told(fact) : "what the alert or a report says"),
                        holds.absent().stream()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String told(Fact fact) {
        return OutsideText.excerpt(fact.says(), FACT) + " [" + fact.id() + "]";
    }

    private static void facts(Case known, Diagnosis said, List<String> lines) {
        List<Fact> seen =
                known.facts().stream().filter(fact -> fact.origin().isSeen()).toList();
        if (seen.isEmpty()) {
            return;
        }
        List<Fact> cited = Stream.of(said.supported(), said.open())
                .flatMap(List::stream)
                .flatMap(each -> each.found().pro().stream())
                .map(Answer.Holds::facts)
                .flatMap(List::stream)
                .toList();
        lines.add("Seen (" + seen.size() + " facts):");
        Stream.concat(seen.stream().filter(cited::contains), seen.stream().filter(fact -> !cited.contains(fact)))
                .limit(MOST_FACTS)
                .forEach(fact ->
                        lines.add("  " + told(fact) + " (" + fact.origin().probe() + at(fact) + ")"));
        if (seen.size() > MOST_FACTS) {
            lines.add("  and " + (seen.size() - MOST_FACTS) + " more");
        }
    }

    private static String at(Fact fact) {
        return fact.origin().at() == null
                ? ""
                : ", " + fact.origin().at().toString().substring(11, 19);
    }

    private static void notMade(Case known, List<String> forbidden, List<String> lines) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        known.looks().stream()
                .filter(look -> look.outcome() != Look.Outcome.SAW)
                .forEach(look -> byReason.computeIfAbsent(CaseReader.line(look.why()), _ -> new ArrayList<>())
                        .add(look.probe()));
        byReason.forEach((why, probes) -> lines.add("Not seen: " + String.join(", ", probes) + ": " + why));
        forbidden.forEach(each -> lines.add("Not looked at: " + each));
    }

    List<String> steps(Case known, Diagnosis said) {
        List<String> steps = new ArrayList<>();
        said.supported().forEach(each -> each.cause().steps().forEach(step -> steps.add(step.told(each.bindings()))));
        if (steps.isEmpty()) {
            said.open().stream()
                    .limit(3)
                    .forEach(each -> steps.add("If it is " + each.cause().kind() + ": "
                            + each.cause().steps().getFirst().told(each.bindings())));
        }
        if (!situation.background().isEmpty()) {
            steps.add("Look whether this has to do with it: "
                    + CaseReader.line(String.join("; ", situation.background())));
        }
        AlertFacts alert = situation.alert();
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
        if (surroundings.entry().isEmpty()) {
            steps.add("So that more is seen next time, say what runs here: " + missing()
                    + ". Add a file catalogue/inventory/NAME.yaml with name, kind, environment, services, health and runs; see"
                    + " docs/how-to/inventory.md.");
        } else if (surroundings.entry().orElseThrow().runs().isEmpty()) {
            steps.add(
                    "Say in the entry under runs how it is run (process, port, log, ...), so that more is seen next time.");
        }
        return steps;
    }
}
