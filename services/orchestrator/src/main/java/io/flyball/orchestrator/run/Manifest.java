package io.flyball.orchestrator.run;

import io.flyball.orchestrator.run.Phase.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run's phases: which may begin, and how each moves on. Only the machine writes it. */
final class Manifest {
    private Manifest() {}

    /** Why an action of that phase must not be taken now; empty if it may. */
    static Optional<String> refusal(List<Phase> phases, String name) {
        Optional<Phase> found = find(phases, name);
        if (found.isEmpty()) {
            return Optional.of("There is no phase " + name + " in this run's manifest; its phases are "
                    + phases.stream().map(Phase::name).collect(Collectors.joining(", ")) + ".");
        }
        List<String> missing = missing(phases, found.get());
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Phase " + name + " may begin only when verified: " + String.join(", ", missing) + ".");
    }

    private static List<String> missing(List<Phase> phases, Phase phase) {
        return phase.dependsOn().stream()
                .filter(needed -> find(phases, needed)
                        .map(other -> other.state() != State.VERIFIED)
                        .orElse(true))
                .toList();
    }

    /** The run with that phase moved on, and what follows for those that wait for it. */
    static Run move(Run run, String name, State state, DecisionBuilder story) {
        List<Phase> moved = new ArrayList<>(run.phases());
        moved.replaceAll(phase -> phase.name().equals(name) && phase.state() != state ? phase.in(state) : phase);
        List<Phase> next = new ArrayList<>(moved);
        next.replaceAll(phase ->
                phase.state() == State.PENDING && missing(moved, phase).isEmpty() ? phase.in(State.READY) : phase);
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i).state() != run.phases().get(i).state()) {
                story.tell(
                        new RunFact.PhaseChanged(next.get(i).name(), next.get(i).state()));
            }
        }
        return run.edit().phases(next).done();
    }

    /** Phases that nobody has verified yet. */
    static List<String> open(List<Phase> phases) {
        return phases.stream()
                .filter(phase -> phase.state() != State.VERIFIED)
                .map(Phase::name)
                .toList();
    }

    private static Optional<Phase> find(List<Phase> phases, String name) {
        return phases.stream().filter(phase -> phase.name().equals(name)).findFirst();
    }
}
