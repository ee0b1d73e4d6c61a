package io.flyball.governor.policy;

import java.util.List;
import java.util.Optional;

/**
 * Which actions a rule is about; whatever is absent holds for all.
 *
 * @param operations one of them must match
 * @param tool the tool's name
 * @param argv the command
 * @param environment the environment of what the action touches
 * @param agent the agent's name
 * @param when a condition
 */
public record Selector(
        List<OperationPattern> operations,
        Optional<String> tool,
        Optional<ArgvPattern> argv,
        Optional<String> environment,
        Optional<String> agent,
        Optional<Condition> when) {

    public Selector {
        operations = List.copyOf(operations);
    }

    /** The operation pattern by which it selects the action; empty if it does not. */
    Optional<OperationPattern> selects(KnownAction action, boolean ifUnknown) {
        return operations.stream()
                .filter(operation -> operation.matches(action.operation()))
                .findFirst()
                .filter(_ -> fits(action) && holds(action, ifUnknown));
    }

    private boolean fits(KnownAction action) {
        return tool.filter(name -> !name.equals(action.proposal().tool())).isEmpty()
                && argv.filter(pattern -> !pattern.matches(action.argv())).isEmpty()
                && environment
                        .filter(name -> !name.equals(action.environment()))
                        .isEmpty()
                && agent.filter(name -> !name.equals(action.proposal().run().agent()))
                        .isEmpty();
    }

    private boolean holds(KnownAction action, boolean ifUnknown) {
        return when.map(condition -> switch (condition.of(action)) {
                    case HOLDS -> true;
                    case FAILS -> false;
                    case UNKNOWN -> ifUnknown;
                })
                .orElse(true);
    }
}
