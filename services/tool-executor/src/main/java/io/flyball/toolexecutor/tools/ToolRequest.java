package io.flyball.toolexecutor.tools;

/**
 * What a tool is asked.
 *
 * @param actionId the action
 * @param argumentsJson the arguments, a JSON object
 * @param permissions what the agent that asks may do
 * @param outputLimit how many characters of output will be shown
 */
public record ToolRequest(String actionId, String argumentsJson, Permissions permissions, int outputLimit) {}
