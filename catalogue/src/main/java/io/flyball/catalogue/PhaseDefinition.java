package io.flyball.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A phase of an agent's runs.
 *
 * @param name unique within the agent
 * @param dependsOn phases that must be verified before it may begin; each is named before this one
 */
public record PhaseDefinition(
        @JsonProperty(required = true) String name,
        @Nullable List<String> dependsOn) {

    public PhaseDefinition {
        dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
    }

    /** The same phases; a cycle cannot be written down, because each depends on earlier ones only. */
    static List<PhaseDefinition> checked(List<PhaseDefinition> phases) {
        Set<String> known = new HashSet<>();
        for (PhaseDefinition phase : phases) {
            List<String> needed = java.util.Objects.requireNonNull(phase.dependsOn());
            needed.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
                throw new IllegalArgumentException(
                        "phase " + phase.name() + " depends on " + name + ", which is no phase named before it");
            });
            if (!known.add(phase.name())) {
                throw new IllegalArgumentException("phase " + phase.name() + " is named twice");
            }
        }
        return List.copyOf(phases);
    }
}
