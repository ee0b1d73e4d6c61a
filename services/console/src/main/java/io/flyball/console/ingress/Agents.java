package io.flyball.console.ingress;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.InvalidCatalogue;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agents that the catalogue had when the console started.
 *
 * @param names empty where the console has no catalogue; the orchestrator then is the first to tell
 */
record Agents(Set<String> names) {
    private static final Logger log = LoggerFactory.getLogger(Agents.class);

    Agents {
        names = new TreeSet<>(names);
    }

    /** Those in that folder; none, with a word in the log, if it cannot be read. */
    static Agents in(Path directory) {
        try {
            return new Agents(Catalogue.load(directory).agents().stream()
                    .map(AgentDefinition::name)
                    .collect(Collectors.toSet()));
        } catch (InvalidCatalogue e) {
            log.warn("the agents of run requests are not checked here: {}", e.getMessage());
            return new Agents(Set.of());
        }
    }

    /** Whether there may be an agent of that name. */
    boolean mayKnow(String agent) {
        return names.isEmpty() || names.contains(agent);
    }
}
