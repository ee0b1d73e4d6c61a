package io.flyball.orchestrator.run;

import java.time.Instant;
import java.util.List;

/**
 * A step of a plan that a specialist does.
 *
 * @param childRunId the specialist's run; derived from run, step, name and attempt
 * @param attempt 1 for the first try
 */
public record DelegatedStep(
        String name, String agent, String goal, List<String> dependsOn, String childRunId, int attempt, State state) {

    /** Where a delegated step stands. */
    public sealed interface State {
        /** For the steps it depends on, or for its turn. */
        record Waiting() implements State {}

        /** With the specialist. */
        record Running(Instant since) implements State {}

        /** The specialist has reported. */
        record Reported(Finding finding) implements State {}

        /** Not begun, because what it depends on failed. */
        record Dropped(String why) implements State {}
    }

    public DelegatedStep {
        dependsOn = List.copyOf(dependsOn);
    }

    DelegatedStep in(State newState) {
        return new DelegatedStep(name, agent, goal, dependsOn, childRunId, attempt, newState);
    }

    DelegatedStep again(String newChildRunId) {
        return new DelegatedStep(name, agent, goal, dependsOn, newChildRunId, attempt + 1, new State.Waiting());
    }

    boolean running() {
        return state instanceof State.Running;
    }

    boolean over() {
        return switch (state) {
            case State.Reported _, State.Dropped _ -> true;
            case State.Waiting _, State.Running _ -> false;
        };
    }

    boolean verified() {
        return state instanceof State.Reported reported && reported.finding().verified();
    }
}
