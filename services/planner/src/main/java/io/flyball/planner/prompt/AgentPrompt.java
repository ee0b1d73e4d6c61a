package io.flyball.planner.prompt;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.planner.plan.Situation;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What one agent's model is told. */
public final class AgentPrompt {
    private final AgentDefinition agent;
    private final Map<PromptPart, PromptText> parts;
    private final String version;

    AgentPrompt(AgentDefinition agent, Map<PromptPart, PromptText> parts, String version) {
        this.agent = agent;
        this.parts = Map.copyOf(parts);
        this.version = version;
    }

    /** Hash over all parts. */
    public String version() {
        return version;
    }

    /** What goes before the conversation. */
    public String system(Situation situation) {
        Map<String, String> values = values(situation);
        return PromptPart.SYSTEM.stream()
                .map(part -> part(part).with(values).strip())
                .collect(Collectors.joining("\n\n"));
    }

    /** What ends the conversation. */
    String reminder(Situation situation, Quoted quoted) {
        Map<String, String> values = values(situation);
        values.putAll(Standing.of(situation, quoted));
        return part(PromptPart.REMINDER).with(values).strip();
    }

    private PromptText part(PromptPart part) {
        return Objects.requireNonNull(parts.get(part));
    }

    private Map<String, String> values(Situation situation) {
        Map<String, String> values = new HashMap<>();
        values.put("agent.name", agent.name());
        values.put("agent.purpose", agent.purpose());
        values.put("environment", situation.environment());
        return values;
    }
}
