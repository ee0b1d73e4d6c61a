package io.flyball.governor.policy;

import java.util.List;
import java.util.Optional;

/**
 * How much an agent may do by itself.
 *
 * @param approvers who must approve a critical action that it holds; for others one person is enough
 */
public record Profile(String name, List<Rule> rules, Approvers approvers) {

    /** One whose actions anybody may approve. */
    public Profile(String name, List<Rule> rules) {
        this(name, rules, Approvers.ANYBODY);
    }

    public Profile {
        rules = List.copyOf(rules);
    }

    /**
     * What the profile says.
     *
     * @param rule for example {@code production/approve/restart}
     */
    record Ruling(Sorting sorting, String rule, String reason) {}

    /** The strictest of the rules that match, the first of several equally strict ones; empty if none names the action. */
    Optional<Ruling> rule(KnownAction action) {
        Optional<Ruling> strictest = Optional.empty();
        for (Rule rule : rules) {
            Optional<OperationPattern> by = rule.matches(action);
            if (by.isPresent() && isStricter(rule, strictest)) {
                strictest = Optional.of(ruling(rule, by.get()));
            }
        }
        return strictest;
    }

    private static boolean isStricter(Rule rule, Optional<Ruling> than) {
        return than.isEmpty() || rule.sorting().isStricterThan(than.get().sorting());
    }

    private Ruling ruling(Rule rule, OperationPattern by) {
        return new Ruling(rule.sorting(), name + "/" + rule.sorting().section() + "/" + by, rule.reason());
    }
}
