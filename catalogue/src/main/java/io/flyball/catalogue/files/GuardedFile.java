package io.flyball.catalogue.files;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.ToolDefinition;
import io.flyball.catalogue.ToolEffect;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Objects to touching files that are nobody's, by the words of the path; the executor looks behind links as well. */
public final class GuardedFile {
    private static final String FILE = "file:";
    private static final String DELETING = "delete";

    private GuardedFile() {}

    /**
     * The objection; empty if there is none.
     *
     * @param resource what the action touches, in the catalogue's word
     */
    public static Optional<String> objection(ToolDefinition tool, AgentDefinition agent, String resource) {
        if (!resource.startsWith(FILE)) {
            return Optional.empty();
        }
        try {
            String path = Path.of(resource.substring(FILE.length())).normalize().toString();
            return rule(tool, agent, path)
                    .map(rule -> path + " is protected by the rule " + rule + ", whatever the permissions of "
                            + agent.name() + " say");
        } catch (InvalidPathException e) {
            return Optional.of("that is no path: " + e.getMessage());
        }
    }

    private static Optional<ProtectedFiles> rule(ToolDefinition tool, AgentDefinition agent, String path) {
        if (tool.effect() == ToolEffect.READ) {
            List<String> readable = Objects.requireNonNullElse(agent.readableFiles(), List.of());
            return ProtectedFiles.forReading(path, readable.contains(path));
        }
        return tool.operation().startsWith(DELETING)
                ? ProtectedFiles.forDeleting(path)
                : ProtectedFiles.forWriting(path);
    }
}
