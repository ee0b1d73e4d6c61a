package io.flyball.planner.prompt;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.InvalidCatalogue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The prompts of all agents. */
public final class PromptLibrary {
    private final Map<String, AgentPrompt> byAgent;

    private PromptLibrary(Map<String, AgentPrompt> byAgent) {
        this.byAgent = Map.copyOf(byAgent);
    }

    /**
     * Reads {@code prompts/} of that catalogue.
     *
     * @throws InvalidCatalogue if a part is missing or has an unknown placeholder, naming file and line
     */
    public static PromptLibrary load(Catalogue catalogue) {
        Map<String, AgentPrompt> byAgent = new HashMap<>();
        for (AgentDefinition agent : catalogue.agents()) {
            byAgent.put(agent.name(), read(catalogue.directory().resolve("prompts"), agent));
        }
        return new PromptLibrary(byAgent);
    }

    private static AgentPrompt read(Path folder, AgentDefinition agent) {
        Map<PromptPart, PromptText> parts = new EnumMap<>(PromptPart.class);
        for (PromptPart part : PromptPart.values()) {
            parts.put(part, PromptText.read(file(folder, agent, part), part));
        }
        return new AgentPrompt(agent, parts, version(parts));
    }

    private static Path file(Path folder, AgentDefinition agent, PromptPart part) {
        Path own = folder.resolve("agents").resolve(agent.name()).resolve(part.file());
        String prompt = agent.prompt();
        if (Files.exists(own)) {
            return own;
        }
        return part == PromptPart.IDENTITY && prompt != null ? folder.resolve(prompt) : folder.resolve(part.file());
    }

    private static String version(Map<PromptPart, PromptText> parts) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            parts.values().forEach(part -> hash.update(part.text().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The agent's prompt; empty if the catalogue does not have the agent. */
    public Optional<AgentPrompt> of(String agent) {
        return Optional.ofNullable(byAgent.get(agent));
    }
}
