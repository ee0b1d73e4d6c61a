package io.flyball.catalogue.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.flyball.catalogue.ToolDefinition;
import io.flyball.catalogue.ToolEffect;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One tool of an MCP server that is offered, in our words: what the server says of it counts for nothing.
 *
 * @param tool what the server calls it
 * @param description what it does, when to use it and what its arguments mean, for planners
 * @param effect what it does to the world
 * @param operation what policies call it
 * @param target what it touches, with {@code {{argument}}} in place of arguments; absent when nothing nameable
 * @param change what becomes of what it changes; absent for reads, and for what cannot be undone
 * @param limits of a call; absent for the usual ones
 */
public record McpToolRule(
        @JsonProperty(required = true) String tool,
        @JsonProperty(required = true) String description,
        @JsonProperty(required = true) ToolEffect effect,
        @JsonProperty(required = true) String operation,
        @Nullable String target,
        @Nullable Change change,
        @Nullable Limits limits) {

    public McpToolRule {
        if (tool.isBlank() || description.isBlank() || operation.isBlank()) {
            throw new IllegalArgumentException("tool, description and operation of an offered tool must say something");
        }
        change = change == null ? new Change(false, null, null) : change;
        limits = limits == null ? new Limits(null, 0) : limits;
    }

    /**
     * Bounds of a call, the start of its server among them.
     *
     * @param timeout how long it may take; 60 s unless said
     * @param output how many characters of its output are kept; 10,000 unless said
     */
    public record Limits(@Nullable Duration timeout, int output) {}

    /**
     * What becomes of what a tool changes.
     *
     * @param reversible whether it can be undone
     * @param undone how; absent where it cannot
     * @param verification how to verify it
     */
    public record Change(
            boolean reversible,
            @Nullable String undone,
            @Nullable String verification) {}

    /** As a tool of the catalogue. */
    ToolDefinition definition(String name, Map<String, Object> arguments) {
        Limits bounds = Objects.requireNonNull(limits, "set above");
        Change after = Objects.requireNonNull(change, "set above");
        return new ToolDefinition(
                name,
                description,
                arguments,
                operation,
                effect,
                effect == ToolEffect.READ || after.reversible(),
                target,
                bounds.timeout(),
                bounds.output(),
                after.verification(),
                after.undone(),
                false);
    }
}
