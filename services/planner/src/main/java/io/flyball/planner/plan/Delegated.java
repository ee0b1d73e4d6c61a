package io.flyball.planner.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A step for a specialist.
 *
 * @param name unique among the steps of its decision
 * @param agent the specialist
 * @param goal what it shall achieve
 * @param dependsOn steps that must be verified first
 */
public record Delegated(String name, String agent, String goal, List<String> dependsOn) {

    public Delegated {
        dependsOn = List.copyOf(dependsOn);
    }

    /** Why these steps cannot be done in any order, naming the step; empty if they can. */
    public static Optional<String> problem(List<Delegated> steps) {
        Map<String, Delegated> byName = new HashMap<>();
        for (Delegated step : steps) {
            if (byName.put(step.name(), step) != null) {
                return Optional.of("two delegated steps have the name " + step.name());
            }
        }
        for (Delegated step : steps) {
            for (String needed : step.dependsOn()) {
                if (!byName.containsKey(needed)) {
                    return Optional.of("the delegated step " + step.name() + " depends on " + needed
                            + ", and there is no such step");
                }
            }
        }
        return cycle(steps);
    }

    /** Takes away what depends on nothing that is left; what stays at the end waits for itself. */
    private static Optional<String> cycle(List<Delegated> steps) {
        List<Delegated> left = new ArrayList<>(steps);
        Set<String> done = new HashSet<>();
        while (left.removeIf(step -> done.containsAll(step.dependsOn()) && done.add(step.name()))) {
            // Each round lets at least one step go.
        }
        return left.stream()
                .findFirst()
                .map(step -> "the delegated step " + step.name() + " depends on itself, by way of " + step.dependsOn());
    }
}
