package io.flyball.planner.casework;

import io.flyball.diagnosis.Answer;
import io.flyball.diagnosis.Case;
import io.flyball.diagnosis.Diagnosis;
import io.flyball.diagnosis.Fact;
import io.flyball.diagnosis.Hypothesis;
import io.flyball.diagnosis.Look;
import io.flyball.planner.plan.OutsideText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was seen and what was not, as lines for a person. */
final class Sightings {
    private static final int MOST_FACTS = 30;
    private static final int FACT = 160;

    private Sightings() {}

    /** What speaks for a hypothesis. */
    static String seen(Hypothesis each) {
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

    /** The facts, those first that a hypothesis rests on. */
    static void facts(Case known, Diagnosis said, List<String> lines) {
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

    static void notMade(Case known, List<String> forbidden, List<String> lines) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        known.looks().stream()
                .filter(look -> look.outcome() != Look.Outcome.SAW)
                .forEach(look -> byReason.computeIfAbsent(CaseReader.line(look.why()), _ -> new ArrayList<>())
                        .add(look.probe()));
        byReason.forEach((why, probes) -> lines.add("Not seen: " + String.join(", ", probes) + ": " + why));
        forbidden.forEach(each -> lines.add("Not looked at: " + each));
    }
}
