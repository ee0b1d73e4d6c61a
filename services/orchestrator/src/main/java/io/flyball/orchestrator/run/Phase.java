package io.flyball.orchestrator.run;

import java.util.List;

/**
 * A part of a run's manifest. Others may depend on it only once it is verified.
 *
 * @param dependsOn phases that must be verified first
 */
public record Phase(String name, List<String> dependsOn, State state) {

    /** Where a phase stands; DONE means done but not verified, so that nothing may depend on it yet. */
    public enum State {
        PENDING,
        READY,
        ACTING,
        DONE,
        VERIFIED,
        FAILED
    }

    public Phase {
        dependsOn = List.copyOf(dependsOn);
    }

    /** A phase that nobody has begun. */
    public static Phase of(String name, List<String> dependsOn) {
        return new Phase(name, dependsOn, dependsOn.isEmpty() ? State.READY : State.PENDING);
    }

    Phase in(State newState) {
        return new Phase(name, dependsOn, newState);
    }
}
