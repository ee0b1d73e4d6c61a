package io.flyball.orchestrator.admission;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.AlertMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Which agent takes which alert.
 *
 * @param agents in order of preference among those that know an alert equally closely
 * @param defaultAgent takes what no matcher takes
 */
record AgentChoice(List<AgentDefinition> agents, String defaultAgent) {

    AgentChoice {
        agents = List.copyOf(agents);
    }

    /**
     * The agent that takes an alert of that name with those labels. Whose matcher names more labels knows it more closely: an agent for one
     * service comes before one for all of them, whatever they are called.
     */
    String agentFor(String alertName, Map<String, String> labels) {
        return agents.stream()
                .filter(agent -> closeness(agent, alertName, labels).isPresent())
                .min(Comparator.comparingInt(
                        agent -> -closeness(agent, alertName, labels).getAsInt()))
                .map(AgentDefinition::name)
                .orElse(defaultAgent);
    }

    /** How many labels its closest matcher names; empty if none takes the alert. */
    private static OptionalInt closeness(AgentDefinition agent, String alertName, Map<String, String> labels) {
        List<AlertMatcher> matchers = Objects.requireNonNull(agent.alerts());
        return matchers.stream()
                .filter(matcher -> matcher.matches(alertName, labels))
                .mapToInt(matcher -> Objects.requireNonNull(matcher.labels()).size())
                .max();
    }
}
