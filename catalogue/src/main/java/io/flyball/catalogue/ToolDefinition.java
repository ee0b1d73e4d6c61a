package io.flyball.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool, as planner, governor and executor all know it.
 *
 * @param name unique; what a planner asks for
 * @param description what it does and when to use it, for the planner
 * @param arguments JSON Schema of its arguments object
 * @param operation what policies call it, for example {@code read} or {@code restart}
 * @param effect what it does to the world; a command permission of the agent may say it more exactly
 * @param reversible whether it can be undone
 * @param target what it touches, with {@code {{argument}}} in place of arguments; absent when nothing nameable
 * @param timeout how long it may run; 60 s unless said
 * @param outputLimit how many characters of its output are kept; 10,000 unless said
 * @param verification how to verify what it changed; absent for reads
 * @param undone how what it did is undone; absent for reads
 * @param check whether it is a read that judges by itself: it succeeds only when what it looks at is as it should be
 */
public record ToolDefinition(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String description,
        @JsonProperty(required = true) Map<String, Object> arguments,
        @JsonProperty(required = true) String operation,
        @JsonProperty(required = true) ToolEffect effect,
        boolean reversible,
        @Nullable String target,
        @Nullable Duration timeout,
        int outputLimit,
        @Nullable String verification,
        @Nullable String undone,
        boolean check) {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
    private static final int DEFAULT_OUTPUT_LIMIT = 10_000;

    public ToolDefinition {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("a tool's name is lower case with underscores, not " + name);
        }
        if (check && effect != ToolEffect.READ) {
            throw new IllegalArgumentException("only a read can be a check, not " + name);
        }
        arguments = Map.copyOf(arguments);
        timeout = timeout == null ? DEFAULT_TIMEOUT : timeout;
        outputLimit = outputLimit == 0 ? DEFAULT_OUTPUT_LIMIT : outputLimit;
    }
}
