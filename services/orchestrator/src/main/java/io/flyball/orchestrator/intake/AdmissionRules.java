package io.flyball.orchestrator.intake;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.AlertMatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which alert opens a run, which joins one, and which agent takes it; pure. */
public final class AdmissionRules {
    private final List<AgentDefinition> agents;
    private final String defaultAgent;
    private final Duration coolDown;

    /**
     * Rules.
     *
     * @param agents in order of preference
     * @param defaultAgent takes what no matcher takes
     * @param coolDown how long repeats join a closed run
     */
    public AdmissionRules(List<AgentDefinition> agents, String defaultAgent, Duration coolDown) {
        this.agents = List.copyOf(agents);
        this.defaultAgent = defaultAgent;
        this.coolDown = coolDown;
    }

    /** What a firing or resolved alert brings about, given what is known of its fingerprint. */
    Answer decide(@Nullable Admission known, boolean resolved, String agent, String newRunId, Instant at) {
        return switch (known) {
            case Admission.Open open -> new Answer.JoinRun(open.runId(), open.agent());
            case Admission.Cooling cooling
            when at.isBefore(cooling.until()) -> new Answer.JoinRun(cooling.runId(), cooling.agent());
            case Admission.Cooling _ -> open(resolved, agent, newRunId);
            case null -> open(resolved, agent, newRunId);
        };
    }

    private static Answer open(boolean resolved, String agent, String newRunId) {
        return resolved
                ? new Answer.Nothing("it has resolved and no run was at it")
                : new Answer.OpenRun(newRunId, agent);
    }

    /** What is known once a run has closed; null if that run is not the one at work. */
    @Nullable
    Admission closed(@Nullable Admission known, String runId, Instant at) {
        return known instanceof Admission.Open open && open.runId().equals(runId)
                ? new Admission.Cooling(runId, open.agent(), at.plus(coolDown))
                : known;
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
