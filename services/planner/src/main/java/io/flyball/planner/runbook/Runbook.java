package io.flyball.planner.runbook;

import io.flyball.planner.plan.Situation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A runbook.
 *
 * @param version hash of its file
 * @param trigger which alerts it is for
 * @param fallback whether it is for every alert of its agent that no other runbook is for
 * @param variables by name: templates of which the first that has all its values counts
 * @param complexity how hard the matter is, from 1 to 10
 */
public record Runbook(
        String name,
        Place place,
        String version,
        String description,
        Trigger trigger,
        boolean fallback,
        SequencedMap<String, List<Template>> variables,
        int complexity,
        List<Step> steps) {

    /** Names the runbook for a run that has no alert. */
    public static final String INPUT = "runbook";

    public Runbook {
        variables = new LinkedHashMap<>(variables);
        steps = List.copyOf(steps);
    }

    /** Whether it is for that run: its alert is the runbook's, or who opened it named this one or none. */
    public boolean fits(Situation situation) {
        return situation.alert() == null
                ? name.equals(situation.inputs().getOrDefault(INPUT, isRemedy() ? "" : name))
                : trigger.fits(situation.alert());
    }

    /** Whether it is followed only where a cause names it. */
    public boolean isRemedy() {
        return trigger.equals(Trigger.NONE);
    }

    /** Every step, those inside others included, in the order of the file. */
    public void everyStep(Consumer<Step> seen) {
        steps.forEach(step -> visit(step, seen));
    }

    private static void visit(Step step, Consumer<Step> seen) {
        seen.accept(step);
        List<Step> inside = switch (step) {
            case Step.Action action -> exits(action.call());
            case Step.Verification verification ->
                Stream.of(verification.repair(), exits(verification.call()))
                        .flatMap(List::stream)
                        .toList();
            case Step.Parallel parallel -> List.copyOf(parallel.actions());
            case Step.Conditional conditional ->
                Stream.of(conditional.then(), conditional.otherwise())
                        .flatMap(List::stream)
                        .toList();
            case Step.Delegation _, Step.Escalation _, Step.Ending _ -> List.of();
        };
        inside.forEach(each -> visit(each, seen));
    }

    private static List<Step> exits(Step.Call call) {
        return Stream.of(call.onDenied(), call.onFailure())
                .flatMap(List::stream)
                .toList();
    }
}
