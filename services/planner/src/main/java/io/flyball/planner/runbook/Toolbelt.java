package io.flyball.planner.runbook;

import io.flyball.planner.plan.Effect;
import io.flyball.planner.plan.Owed;
import io.flyball.planner.plan.ToolFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tools that the agent may ask for. */
public record Toolbelt(List<ToolFacts> tools) {

    public Toolbelt {
        tools = tools.stream().sorted(Comparator.comparing(ToolFacts::name)).toList();
    }

    /** A call that reads a target. */
    record Reading(String tool, Map<String, Object> arguments) {}

    /** What a call touches, as far as its tool says. */
    public Optional<String> target(String tool, Map<String, Object> arguments) {
        return tools.stream()
                .filter(known -> known.name().equals(tool))
                .findFirst()
                .flatMap(known -> known.target(arguments));
    }

    /** Whether that tool judges by itself. */
    boolean isCheck(String tool) {
        return tools.stream().anyMatch(known -> known.name().equals(tool) && known.check());
    }

    /** How to look at an owed target: by the tool that the hint names, else by any that can. */
    Optional<Reading> reading(Owed owed) {
        String hint = owed.hint() == null ? "" : owed.hint();
        return tools.stream()
                .filter(tool -> tool.effect() == Effect.READ)
                .sorted(Comparator.comparing(tool -> !hint.contains(tool.name())))
                .flatMap(tool ->
                        tool.reading(owed.target()).stream().map(arguments -> new Reading(tool.name(), arguments)))
                .findFirst();
    }
}
