package io.flyball.notifier.delivery;

import io.flyball.notifier.delivery.Walk.Step;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The transitions of walks as a Mermaid state diagram. */
final class Diagram {
    private Diagram() {}

    static String of(List<Step> steps) {
        return "%% Drawn by DeliveryMachineWalkTest from walks of the machine; -Dflyball.redraw=true draws it anew.\n"
                + "stateDiagram-v2\n"
                + "    [*] --> Pending: a channel of the route\n"
                + String.join("\n", edges(steps))
                + "\n    Delivered --> [*]\n    GaveUp --> [*]\n";
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
                        step.before().getClass().getSimpleName(),
                        step.decision().next().getClass().getSimpleName(),
                        name(step.event()),
                        step.decision().commands().stream()
                                .map(command -> " / " + command.getClass().getSimpleName())
                                .collect(Collectors.joining()));
    }

    private static String name(DeliveryEvent event) {
        return switch (event) {
            case DeliveryEvent.TimePassed _ -> "TimePassed";
            case DeliveryEvent.Answered answered -> answered.answer().getClass().getSimpleName();
        };
    }
}
