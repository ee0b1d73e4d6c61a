package io.flyball.toolexecutor.mcp;

import io.flyball.toolexecutor.commands.CommandSettings;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What of this executor a conversation with a server needs.
 *
 * @param commands how programs are held
 * @param variables values by name; null for a variable that is not there
 */
public record McpSettings(CommandSettings commands, UnaryOperator<@Nullable String> variables) {}
