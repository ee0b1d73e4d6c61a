package io.flyball.orchestrator.run;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether delegated steps can be done at all; a fault names the step. */
final class DelegationGraph {
    private DelegationGraph() {}

    static Optional<String> fault(List<Plan.Delegation> steps, List<String> agents, String coordinator) {
        if (steps.isEmpty()) {
            return Optional.of("The plan to delegate names no step: name one, act, finish, or escalate.");
        }
        Set<String> names = new HashSet<>();
        for (Plan.Delegation step : steps) {
            if (!names.add(step.name())) {
                return Optional.of("Step " + step.name() + " is named twice.");
            }
            if (!agents.contains(step.agent()) || step.agent().equals(coordinator)) {
                return Optional.of("Step " + step.name() + " names the agent " + step.agent()
                        + ", which cannot take it; specialists are " + String.join(", ", others(agents, coordinator))
                        + ".");
            }
        }
        return dependencies(steps, names);
    }

    private static List<String> others(List<String> agents, String coordinator) {
        return agents.stream().filter(agent -> !agent.equals(coordinator)).toList();
    }

    private static Optional<String> dependencies(List<Plan.Delegation> steps, Set<String> names) {
        for (Plan.Delegation step : steps) {
            Optional<String> unknown =
                    step.dependsOn().stream().filter(d -> !names.contains(d)).findFirst();
            if (unknown.isPresent()) {
                return Optional.of("Step " + step.name() + " depends on " + unknown.get() + ", which is no step.");
            }
        }
        return cycle(steps);
    }

    /** What is left when everything that can ever begin has begun waits for itself. */
    private static Optional<String> cycle(List<Plan.Delegation> steps) {
        Set<String> done = new HashSet<>();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Plan.Delegation step : steps) {
                moved |= done.containsAll(step.dependsOn()) && done.add(step.name());
            }
        }
        return steps.stream()
                .map(Plan.Delegation::name)
                .filter(name -> !done.contains(name))
                .findFirst()
                .map(name -> "Step " + name + " waits for itself: its dependencies are a cycle.");
    }
}
