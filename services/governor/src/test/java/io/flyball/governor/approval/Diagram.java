package io.flyball.governor.approval;

import io.flyball.governor.approval.ApprovalCommand.GiveVerdict;
import io.flyball.governor.approval.Walk.Step;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The transitions of walks as a Mermaid state diagram. */
final class Diagram {
    private Diagram() {}

    static String of(List<Step> steps) {
        return "%% Drawn by ApprovalMachineWalkTest from walks of the machine; -Dflyball.redraw=true draws it anew.\n"
                + "stateDiagram-v2\n"
                + String.join("\n", edges(steps))
                + "\n";
    }

    static List<String> edges(List<Step> steps) {
        return steps.stream()
                .filter(step -> !step.before().equals(step.decision().next()))
                .map(Diagram::edge)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    private static String edge(Step step) {
        return "    %s --> %s: %s%s"
                .formatted(
                        name(step.before()),
                        name(step.decision().next()),
                        step.event().getClass().getSimpleName(),
                        outcome(step));
    }

    private static String name(ApprovalState state) {
        return state instanceof ApprovalState.NotProposed
                ? "[*]"
                : state.getClass().getSimpleName();
    }

    private static String outcome(Step step) {
        return step.decision().commands().stream()
                .map(Diagram::outcome)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> " / " + text)
                .orElse("");
    }

    private static String outcome(ApprovalCommand command) {
        return switch (command) {
            case GiveVerdict given -> given.verdict().kind().name();
            case ApprovalCommand.RemindPeople _ -> "people are reminded";
            case ApprovalCommand.RecordAnswer _ -> "approved";
            default -> "";
        };
    }
}
