package io.flyball.governor.policy;

/** Actions that are at least that risky. A condition that nobody can evaluate raises the risk. */
public record RiskRule(Risk risk, Selector selector) {

    boolean matches(KnownAction action) {
        return selector.selects(action, true).isPresent();
    }
}
