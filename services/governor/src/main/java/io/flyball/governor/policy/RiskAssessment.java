package io.flyball.governor.policy;

import java.util.List;

/** How risky an action is: by what it does to the world, raised by rules and by the planner's own word. */
final class RiskAssessment {
    private RiskAssessment() {}

    static Risk of(KnownAction action, List<RiskRule> rules) {
        Risk risk = byEffect(action);
        for (RiskRule rule : rules) {
            risk = action.parts().stream().anyMatch(rule::matches) ? risk.raisedTo(rule.risk()) : risk;
        }
        return risk.raisedTo(action.proposal().statedRisk());
    }

    private static Risk byEffect(KnownAction action) {
        return switch (action.effect()) {
            case READ -> Risk.LOW;
            case CHANGE -> Risk.MEDIUM;
            case DESTRUCTIVE -> Risk.CRITICAL;
        };
    }
}
