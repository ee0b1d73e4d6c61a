package io.flyball.orchestrator.admission;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.AlertMatcher;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which agent takes which alert.
 *
 * @param agents in order of preference
 * @param defaultAgent takes what no matcher takes
 */
record AgentChoice(List<AgentDefinition> agents, String defaultAgent) {

    AgentChoice {
        agents = List.copyOf(agents);
    }

    /** The agent that takes an alert of that name with those labels. */
    String agentFor(String alertName, Map<String, String> labels) {
        return agents.stream()
                .filter(agent -> takes(agent, alertName, labels))
                .map(AgentDefinition::name)
                .findFirst()
                .orElse(defaultAgent);
    }

    private static boolean takes(AgentDefinition agent, String alertName, Map<String, String> labels) {
        List<AlertMatcher> matchers = Objects.requireNonNull(agent.alerts());
        return matchers.stream().anyMatch(matcher -> matcher.matches(alertName, labels));
    }
}
