package io.flyball.planner.casework;

import io.flyball.diagnosis.Answer;
import io.flyball.diagnosis.Case;
import io.flyball.diagnosis.Diagnosis;
import io.flyball.diagnosis.Hypothesis;
import io.flyball.diagnosis.Look;
import io.flyball.planner.plan.OutsideText;
import io.flyball.planner.plan.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person is told, for the first minute of reading at night: what it is, what speaks for it, what was ruled out, what to do. */
final class Briefing {
    private final Subject subject;

    Briefing(Situation situation, Surroundings surroundings) {
        this.subject = new Subject(situation, surroundings);
    }

    String question(Diagnosis diagnosis) {
        return diagnosis.open().isEmpty()
                ? "A first look at what " + subject.headline() + " and the inventory name."
                : "Which is it: "
                        + diagnosis.open().stream()
                                .map(each -> each.cause().kind().toString())
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + "?";
    }

    String headline() {
        return subject.headline();
    }

    /** One line: the cause if it is known, else how far it is. */
    String reason(Case known, Diagnosis said) {
        if (!said.supported().isEmpty()) {
            return subject.headline() + ": "
                    + said.supported().stream().map(Briefing::named).collect(Collectors.joining(" And "));
        }
        if (known.looks().stream().noneMatch(Briefing::isAnswer)) {
            return subject.headline() + ": nothing could be looked at. " + subject.summary();
        }
        return said.open().isEmpty()
                ? subject.headline() + ": a first look found nothing that explains it. " + subject.summary()
                : subject.headline() + ": no cause is certain; the likeliest is: "
                        + named(said.open().getFirst()) + " " + subject.summary();
    }

    private static boolean isAnswer(Look look) {
        return look.outcome() != Look.Outcome.FAILED
                && !look.probe().equals("alert")
                && !look.probe().equals("machine-name");
    }

    private static String named(Hypothesis hypothesis) {
        return hypothesis.says() + " [" + hypothesis.cause().kind() + "]";
    }

    String because(Hypothesis verdict, Diagnosis said) {
        String ruledOut = said.refuted().stream()
                .filter(Briefing::isRuledOut)
                .map(each -> each.cause().kind().toString())
                .distinct()
                .collect(Collectors.joining(", "));
        return verdict.cause().kind() + ": " + verdict.says() + " Seen: " + Sightings.seen(verdict)
                + (ruledOut.isEmpty() ? "" : "\nRuled out: " + ruledOut);
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
        List<String> lines = new ArrayList<>(subject.about());
        said.supported().forEach(each -> hypothesis("Cause", each, lines));
        said.open().forEach(each -> hypothesis("Possible", each, lines));
        List<Hypothesis> ruledOut =
                said.refuted().stream().filter(Briefing::isRuledOut).toList();
        if (!ruledOut.isEmpty()) {
            lines.add("Ruled out:");
            ruledOut.forEach(each -> lines.add("  " + each.cause().kind() + ": " + each.why()));
        }
        Sightings.facts(known, said, lines);
        Sightings.notMade(known, forbidden, lines);
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

    private static void hypothesis(String word, Hypothesis each, List<String> lines) {
        lines.add(word + " (" + String.format(Locale.ROOT, "%.0f", 100 * each.confidence()) + " %): " + named(each));
        lines.add("  for: " + Sightings.seen(each));
        if (!each.found().missing().isEmpty() && each.state() == Hypothesis.State.OPEN) {
            lines.add("  would tell, and nobody has seen it: "
                    + each.found().missing().stream().limit(6).collect(Collectors.joining(", ")));
        }
    }

    List<String> steps(Case known, Diagnosis said) {
        return new FirstSteps(subject).of(known, said);
    }
}
